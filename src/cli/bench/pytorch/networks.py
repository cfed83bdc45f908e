"""The benchmark's network in PyTorch, in two forms: last position only, and factored."""

import math

import torch
import torch.nn.functional as functional


def activate(settings, x):
    """ReLU, or GELU in its exact form."""
    return functional.relu(x) if settings["activation"] == "relu" else functional.gelu(x)


def last_position_logits(settings, weights, first_tokens, second_tokens):
    """The network as it is written down, at the last position only: p^2 x classes."""
    tokens = torch.stack([first_tokens, second_tokens], 1)
    x = functional.embedding(tokens, weights["embed.W_E"].T) + weights["pos_embed.W_pos"]
    last = x[:, 1]
    values = functional.linear(x, weights["blocks.0.attn.W_V"].flatten(0, 1))
    # Constant attention needs no scores: everyone would leave them out.
    mixed = values.sum(1) if settings["attentionRate"] == 0 else attend(settings, weights, x, values)
    residual = last + functional.linear(mixed, weights["blocks.0.attn.W_O"])
    before = functional.linear(residual, weights["blocks.0.mlp.W_in"], weights["blocks.0.mlp.b_in"])
    hidden = activate(settings, before)
    output = functional.linear(hidden, weights["blocks.0.mlp.W_out"], weights["blocks.0.mlp.b_out"])
    return (residual + output) @ weights["unembed.W_U"]


def attend(settings, weights, x, values):
    """Values of both positions mixed by head for the last one. @param values pairs x 2 x columns"""
    keys, queries = weights["blocks.0.attn.W_K"], weights["blocks.0.attn.W_Q"]
    head_count, head_width, _ = keys.shape
    by_head = lambda table: table.unflatten(-1, (head_count, head_width))
    query = by_head(functional.linear(x[:, 1:], queries.flatten(0, 1)))
    products = by_head(functional.linear(x, keys.flatten(0, 1))) * query
    rate = settings["attentionRate"]
    attention = rate * torch.softmax(products.sum(-1) / math.sqrt(head_width), 1) + (1 - rate)
    return (attention[..., None] * by_head(values)).sum(1).flatten(1)


def factored_logits(settings, weights):
    """Weights are applied once a token and head, not once a pair: p^2 x classes."""
    p, rate = settings["p"], settings["attentionRate"]
    embedding = weights["embed.W_E"].T
    positions = weights["pos_embed.W_pos"]
    start = p if settings["separateEmbeddings"] else 0
    x0 = embedding[:p] + positions[0]
    x1 = embedding[start : start + p] + positions[1]
    output = weights["blocks.0.attn.W_O"].T
    first_values = x0 @ weights["blocks.0.attn.W_V"].flatten(0, 1).T
    second_values = x1 @ weights["blocks.0.attn.W_V"].flatten(0, 1).T
    second = x1 + second_values @ output
    first = (1 - rate) * (first_values @ output) if rate < 1 else None
    heads = [] if rate == 0 else attention_tables(settings, weights, x0, x1, first_values, second_values)

    def read_through(matrix, bias):
        total = (second @ matrix + bias)[None]
        if first is not None:
            total = (first @ matrix)[:, None] + total
        for weight, head_first, head_second in heads:
            difference = (head_first @ matrix)[:, None] - (head_second @ matrix)[None]
            total = torch.addcmul(total, difference, weight[:, :, None])
        return total

    unembedding = weights["unembed.W_U"]
    before = read_through(weights["blocks.0.mlp.W_in"].T, weights["blocks.0.mlp.b_in"])
    hidden = activate(settings, before)
    direct = read_through(unembedding, weights["blocks.0.mlp.b_out"] @ unembedding)
    hidden_to_logits = weights["blocks.0.mlp.W_out"].T @ unembedding
    return torch.addmm(direct.flatten(0, 1), hidden.flatten(0, 1), hidden_to_logits)


def attention_tables(settings, weights, x0, x1, first_values, second_values):
    """For each head: its attention weights p x p times the rate, and its two tables p x width."""
    keys, queries = weights["blocks.0.attn.W_K"], weights["blocks.0.attn.W_Q"]
    head_count, head_width, width = keys.shape
    query = torch.einsum("hed,bd->hbe", queries, x1)
    own_score = (query * torch.einsum("hed,bd->hbe", keys, x1)).sum(-1)
    scores = torch.einsum("hae,hbe->hab", torch.einsum("hed,ad->hae", keys, x0), query)
    scale = 1 / math.sqrt(head_width)
    attention = settings["attentionRate"] * torch.sigmoid((scores - own_score[:, None]) * scale)
    output = weights["blocks.0.attn.W_O"].T.reshape(head_count, head_width, width)
    by_head = lambda values: values.reshape(-1, head_count, head_width).transpose(0, 1)
    return list(zip(attention, by_head(first_values) @ output, by_head(second_values) @ output))
