import { ElMessage } from 'element-plus/es/components/message/index';
import 'element-plus/es/components/message/style/css';

/** What the api adds to an act it has taken in. */
interface Taken {
  /** What is to be minded although the act stands. */
  told?: string | undefined;
  ledger?: string | undefined;
}

const say = (type: 'success' | 'warning' | 'info', message: string): void => {
  ElMessage({ type, message, duration: 6000, showClose: true });
};

/** Tells that something is done; as a warning where something is to be minded. */
export function tellDone(words: string, { told, ledger }: Taken = {}): void {
  const isPending = ledger === 'pending';
  say(
    told === undefined ? 'success' : 'warning',
    [words, told, isPending && '已受理，台账稍后显示。'].filter(Boolean).join(''),
  );
}

/** Tells why nothing was done, where nothing is wrong. */
export const tellNote = (words: string): void => say('info', words);

/** Tells what has to be put right first. */
export const tellWarning = (words: string): void => say('warning', words);
