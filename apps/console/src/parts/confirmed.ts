import { ElMessageBox } from 'element-plus/es/components/message-box/index';
import 'element-plus/es/components/message-box/style/css';

/** What a person is asked before it is done. */
export interface Question {
  title: string;
  /** What follows from a yes, and what can no longer be changed then. */
  words: string;
  yes: string;
  no?: string;
}

/** Whether the person says yes; closing the question is a no. */
export async function confirmed({ title, words, yes, no = '再看看' }: Question): Promise<boolean> {
  try {
    await ElMessageBox.confirm(words, title, { confirmButtonText: yes, cancelButtonText: no, type: 'warning' });
    return true;
  } catch {
    return false;
  }
}
