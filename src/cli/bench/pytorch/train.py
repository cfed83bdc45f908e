"""
Trains one network with PyTorch for the benchmark: one thread, float32, all pairs in one batch, AdamW
with the authors' settings. Reads one JSON message a line and answers each with one line:

  {"settings": {...}, "form": "last" | "factored", "weights": FILE, "labels": FILE, "mask": FILE}
      -> {"ready": true, "version": "..."}
  {"advance": n} -> {"losses": [[train, test], ...], "bytes": n}

Files hold raw values: float32 weights in the order of settings["shapes"], int32 labels, uint8 mask.
"""

import json
import resource
import sys
import warnings

# Without NumPy, which nothing here needs, PyTorch warns.
warnings.filterwarnings("ignore")

import torch

from networks import factored_logits, last_position_logits


def values_of(path, kind):
    with open(path, "rb") as file:
        return torch.frombuffer(bytearray(file.read()), dtype=kind)


def read_weights(path, shapes):
    """Parameters by name. @param shapes pairs of name and shape, in the order of the file"""
    values = values_of(path, torch.float32)
    weights, place = {}, 0
    for name, shape in shapes:
        count = torch.Size(shape).numel()
        weights[name] = values[place : place + count].reshape(shape).clone().requires_grad_()
        place += count
    return weights


def peak_bytes():
    """Most memory this process has held; Linux counts in kilobytes, macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak


def adam(weights, settings):
    """AdamW with the authors' settings, in one fused operation where this PyTorch has it."""
    options = {
        "lr": settings["learningRate"],
        "weight_decay": settings["weightDecay"],
        "betas": (0.9, 0.98),
        "eps": 1e-8,
    }
    try:
        return torch.optim.AdamW(weights, fused=True, **options)
    except (RuntimeError, TypeError):
        return torch.optim.AdamW(weights, **options)


class Training:
    def __init__(self, message):
        self.settings = message["settings"]
        self.form = message["form"]
        self.weights = read_weights(message["weights"], self.settings["shapes"])
        self.labels = values_of(message["labels"], torch.int32).long()
        self.train = values_of(message["mask"], torch.uint8).bool()
        p = self.settings["p"]
        self.first_tokens = torch.arange(p).repeat_interleave(p)
        self.second_tokens = torch.arange(p).repeat(p)
        if self.settings["separateEmbeddings"]:
            self.second_tokens = self.second_tokens + p
        self.optimiser = adam(list(self.weights.values()), self.settings)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, lambda step: min(step / 10, 1))

    def logits_of(self, pairs):
        """Logits of some pairs. @param pairs mask over all p^2"""
        return last_position_logits(
            self.settings, self.weights, self.first_tokens[pairs], self.second_tokens[pairs]
        )

    def both_logits(self):
        """Logits of the train pairs, to be differentiated, and of the test pairs, which are not."""
        if self.form == "factored":
            # The grid comes out as a whole.
            logits = factored_logits(self.settings, self.weights)
            return logits[self.train], logits[~self.train].detach()
        train = self.logits_of(self.train)
        with torch.no_grad():
            return train, self.logits_of(~self.train)

    def step(self):
        """One update; train and test loss and both accuracies before it."""
        train, test = self.both_logits()
        train_labels, test_labels = self.labels[self.train], self.labels[~self.train]
        train_loss = torch.nn.functional.cross_entropy(train, train_labels)
        self.optimiser.zero_grad(set_to_none=True)
        train_loss.backward()
        with torch.no_grad():
            measured = torch.stack([
                train_loss.detach(),
                torch.nn.functional.cross_entropy(test, test_labels),
                (train.argmax(1) == train_labels).float().mean(),
                (test.argmax(1) == test_labels).float().mean(),
            ])
        self.optimiser.step()
        self.schedule.step()
        return measured

    def advance(self, count):
        return torch.stack([self.step() for _ in range(count)])[:, :2].tolist()


def main():
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    training = None
    before = peak_bytes()
    for line in sys.stdin:
        message = json.loads(line)
        if training is None:
            training = Training(message)
            answer = {"ready": True, "version": torch.__version__}
        else:
            answer = {"losses": training.advance(message["advance"])}
            answer["bytes"] = peak_bytes() - before
        print(json.dumps(answer), flush=True)


main()
