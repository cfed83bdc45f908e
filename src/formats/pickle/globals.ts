/** The Python names that a checkpoint may mention. Anything else is refused by name. */
import { FormatError, quoted } from '../format-error.ts';
import { GlobalReference, type GlobalRole } from './values.ts';
import { words } from './words.ts';

/** Number formats of PyTorch's storage classes; complex and quantised ones are refused when read. */
const storages: Readonly<Record<string, string>> = {
  DoubleStorage: 'F64',
  FloatStorage: 'F32',
  HalfStorage: 'F16',
  BFloat16Storage: 'BF16',
  LongStorage: 'I64',
  IntStorage: 'I32',
  ShortStorage: 'I16',
  CharStorage: 'I8',
  ByteStorage: 'U8',
  BoolStorage: 'BOOL',
  ComplexFloatStorage: 'C64',
  ComplexDoubleStorage: 'C128',
};

const roles: readonly (readonly [role: GlobalRole, paths: readonly string[]])[] = [
  [
    'dictionary',
    ['collections.OrderedDict', 'collections.defaultdict', 'collections.Counter', 'builtins.dict'],
  ],
  [
    'sequence',
    ['torch.Size', 'builtins.set', 'builtins.frozenset', 'builtins.list', '__builtin__.set'],
  ],
  ['tensor', ['torch._utils._rebuild_tensor_v2', 'torch._utils._rebuild_tensor']],
  ['parameter', ['torch._utils._rebuild_parameter', 'torch._utils._rebuild_parameter_with_state']],
  [
    'opaque',
    [
      'torch.device',
      'torch.serialization._get_layout',
      '_codecs.encode',
      'numpy.dtype',
      'numpy.ndarray',
      'numpy.core.multiarray.scalar',
      'numpy.core.multiarray._reconstruct',
      'numpy._core.multiarray.scalar',
      'numpy._core.multiarray._reconstruct',
      'argparse.Namespace',
      'pathlib.PosixPath',
      'pathlib.WindowsPath',
      'builtins.int',
      'builtins.float',
      // TransformerLens keeps the settings of a network beside its weights.
      'transformer_lens.HookedTransformerConfig.HookedTransformerConfig',
      'transformer_lens.config.HookedTransformerConfig.HookedTransformerConfig',
    ],
  ],
];

const rolesByPath = new Map(
  roles.flatMap(([role, paths]) => paths.map((path) => [path, role] as const)),
);

/** torch.float32, torch.int64 and so on. */
const numberFormat = /^torch\.(?:(?:float|bfloat|u?int|complex)\d+|bool|half|double|long)$/;

/** Modules whose mention means that something shall be run, not that a model was saved whole. */
const runnable =
  /^(?:os|posix|nt|sys|subprocess|builtins|__builtin__|runpy|shutil|socket|importlib|webbrowser|code|codecs|pickle|types|functools|operator|ctypes|pty|platform|commands)(?:\.|$)/;

/** Python that makes plain tensors of all. */
const plainTensors = '{k: v.detach().cpu().to_dense() for k, v in model.state_dict().items()}';

/** A name that the file mentions. @throws FormatError unless it is on the list above */
export function resolveGlobal(module: string, name: string): GlobalReference {
  const path = `${module}.${name}`;
  const dtype = Object.hasOwn(storages, name) ? storages[name] : undefined;
  if (dtype !== undefined && (module === 'torch' || module === 'torch.storage')) {
    return new GlobalReference(path, 'storage', dtype);
  }
  if (path === 'torch.storage.UntypedStorage' || path === 'torch.UntypedStorage') {
    return new GlobalReference(path, 'storage', 'U8');
  }
  // Without a number format of its own; torch.save writes one of the classes above instead.
  if (path === 'torch.storage.TypedStorage') return new GlobalReference(path, 'storage', 'F32');
  if (numberFormat.test(path)) return new GlobalReference(path, 'opaque');
  const role = rolesByPath.get(path);
  if (role !== undefined) return new GlobalReference(path, role);
  throw refusal(module, name);
}

function refusal(module: string, name: string): FormatError {
  const path = quoted(`${module}.${name}`);
  if (module.startsWith('torch.') && name.startsWith('_rebuild')) {
    return new FormatError(words('otherTensors', { path, code: plainTensors }));
  }
  const looksLikeClass = /^\p{Lu}/u.test(name) && !runnable.test(module);
  return new FormatError(words(looksLikeClass ? 'wholeObject' : 'asksToRun', { path }));
}
