import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAuthorsTable } from '../../src/formats/authors-table.ts';
import { readCommaSeparated } from '../../src/formats/comma-separated.ts';
import { byteSize, listed } from '../../src/formats/format-error.ts';
import { openNetwork } from '../../src/formats/open-network.ts';
import { readRunTable } from '../../src/formats/run-table.ts';
import { describeShape } from '../../src/formats/tensors.ts';
import { chooseToSpeak } from '../../src/messages/choose.ts';
import { speak } from '../../src/messages/words.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

beforeEach(() => chooseToSpeak('zh-Hans'));
afterEach(() => speak('en'));

describe('in Chinese', () => {
  it('a file that is none is refused, whatever it is', async () => {
    await expect(openNetwork(bytesOf('hello'), { fileName: 'a.txt' })).rejects.toThrow(
      '“a.txt”不是检查点：请打开含有网络权重的 .pt、.pth 或 .safetensors 文件。',
    );
    await expect(openNetwork(bytesOf('GGUF'))).rejects.toThrow(
      '该文件是 GGUF 语言模型：请打开 .pt、.pth 或 .safetensors 文件。',
    );
    await expect(openNetwork(bytesOf('PK'))).rejects.toThrow(
      '文件已损坏或不完整：它的开头像 zip 压缩包，但缺少结尾。请重新下载或复制，然后再打开。',
    );
  });

  it('tables are refused with their lines', () => {
    expect(() => readCommaSeparated('a,b\n1\n')).toThrow(
      '表格第 2 行有 1 个值，而首行有 2 个列名：请改正，或重新导出表格。',
    );
    expect(() => readAuthorsTable('attn_coeff,lr\n')).toThrow(/^表格缺少列 d_model、n_layers、/);
    expect(() => readRunTable('\nno\n')).toThrow('第 2 行不是一次训练：它不是一行 JSON。');
  });

  it('sizes, shapes and lists have its marks', () => {
    expect(byteSize(999)).toBe('999 字节');
    expect(byteSize(1_250_000)).toBe('1.3 MB');
    expect(describeShape([])).toBe('单个数');
    expect(listed(['a', 'b', 'c'], 2)).toBe('a、b，以及另外 1 个');
  });
});
