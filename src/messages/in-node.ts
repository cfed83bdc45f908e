/** Message files in Node, where no build has parsed them: they are parsed when they are said. */
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { speaker } from './words.ts';

// Otherwise only done where NODE_ENV is not "production".
speaker.setMessagesCompiler(compileMessage);
