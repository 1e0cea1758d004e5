/** What a chosen option can be cleared by with the mouse, Delete does on the keyboard: Element Plus has only the small cross. */
export function clearByKey(): void {
  addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Delete' || !(target instanceof HTMLInputElement)) return;
    const isTyping = !target.readOnly && target.value !== '';
    const cross = target.closest('.el-select, .el-cascader')?.querySelector('.el-select__clear, .icon-circle-close');
    if (!isTyping && cross instanceof HTMLElement) cross.click();
  });
}
