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
  const isSmooth = told === undefined && ledger !== 'set-aside';
  say(isSmooth ? 'success' : 'warning', [words, told, ledgerWords(ledger)].filter(Boolean).join(''));
}

/** What is still to come of an act that stands. */
export function ledgerWords(ledger: string | undefined): string {
  if (ledger === 'pending') return '已受理，台账稍后显示。';
  return ledger === 'set-aside' ? '已受理，但有内容无法写入台账，已另存并通知省级巩固衔接办修复。' : '';
}

/** Tells why nothing was done, where nothing is wrong. */
export const tellNote = (words: string): void => say('info', words);

/** Tells what has to be put right first. */
export const tellWarning = (words: string): void => say('warning', words);
