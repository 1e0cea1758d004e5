/* global document, getComputedStyle, innerWidth, innerHeight, CSSStyleSheet, HTMLElement, MutationObserver */

/**
 * What a keyboard meets on a page, looked at from inside the page; read as text and run before the page's own scripts.
 * At each key pressed what has the focus is looked at: by then its colours are drawn and it is scrolled to.
 */
globalThis.keyboardPage = (() => {
  const tabbable = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]';

  const isSeen = (element) =>
    element.checkVisibility({ checkVisibilityCSS: true }) &&
    !element.closest('[inert]') &&
    element.getClientRects().length > 0;
  const isEnabled = (element) => !element.matches(':disabled');
  const takesFocus = (element) => element.matches(tabbable) && isEnabled(element);
  const isInOrder = (element) => takesFocus(element) && element.tabIndex >= 0 && isSeen(element);

  /** A radio is named with its group. */
  const wordsOf = (element) =>
    [
      element.type === 'radio' ? element.closest('[role=radiogroup]')?.getAttribute('aria-label') : undefined,
      element.getAttribute('aria-label') ??
        element.labels?.[0]?.innerText ??
        (element.innerText || element.getAttribute('placeholder')),
    ]
      .filter(Boolean)
      .join('：')
      .trim()
      .replace(/\s+/g, ' ');
  const nameOf = (element) =>
    `${element.tagName.toLowerCase()}${[...element.classList].map((one) => `.${one}`).join('')} ${wordsOf(element).slice(0, 40)}`;

  /** One radio of a group is in the order of tabs: the chosen one, or the first. */
  const isReachedByGroup = (element, all) =>
    element.type === 'radio' &&
    element.name !== '' &&
    (all.find((one) => one.name === element.name && one.checked) ?? all.find((one) => one.name === element.name)) !==
      element;

  const inOrder = (root) => {
    const all = [...root.querySelectorAll(tabbable)].filter(isInOrder);
    const radios = all.filter((one) => one.type === 'radio');
    return all.filter((one) => !isReachedByGroup(one, radios));
  };

  /** A group whose members are moved through by arrows has one of them in the order of tabs. */
  const isMovedTo = (element) => {
    const group = element.parentElement?.closest(
      '[role=group], [role=tablist], [role=radiogroup], [role=grid], [role=listbox], [role=menu], [role=tree], table',
    );
    const like = element.classList[0];
    return (
      group != null &&
      like !== undefined &&
      [...group.getElementsByClassName(like)].some((one) => one.tabIndex === 0 && one.tagName === element.tagName)
    );
  };

  /** The frame of an input or a label: around exactly the one that does the same. */
  const isFrame = (element) => {
    if (element.tagName === 'LABEL') return true;
    if (element.querySelectorAll('[role=combobox]').length === 1) return true;
    const inside = [...element.querySelectorAll('button, input, select, textarea')].filter(isSeen);
    return inside.length === 1 && [...element.classList].some((one) => one.startsWith('el-'));
  };

  /** A click beside a dialog is Escape, a dialog keeps its clicks to itself, what stands beside a number is its arrow keys, and a picture takes none. */
  const isNoControl = (element) =>
    element.matches('.el-overlay, .el-overlay > *, .el-dialog, .el-popper, .el-input-number > [role=button]') ||
    element.closest('[role=img]') !== null;

  const isReachable = (element) => {
    const owner = element.closest(`:is(${tabbable}):not(#main)`);
    if (owner !== null && (owner.tabIndex >= 0 || !isEnabled(owner) || isMovedTo(owner) || isFrame(owner))) return true;
    return isFrame(element) || isNoControl(element);
  };

  const unreachable = (elements) =>
    [...new Set(elements)].filter((one) => one instanceof HTMLElement && isSeen(one) && !isReachable(one)).map(nameOf);

  /** Where a focus may show: on the element, on what frames it, on the part painted in its place. */
  const places = (element) => {
    const found = [element];
    for (
      let frame = element.parentElement, steps = 0;
      frame !== null && steps < 4;
      frame = frame.parentElement, steps += 1
    ) {
      found.push(
        frame,
        ...(steps < 2
          ? [...frame.children].filter(
              (one) => one !== element && !found.includes(one) && one.matches('span, div, i, label'),
            )
          : []),
      );
      if (frame.matches('label, .el-select, .el-input, .el-input-number, .el-date-editor, .el-cascader, td, li, p'))
        break;
    }
    return found;
  };
  const look = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    return {
      outline: outlineStyle === 'none' || outlineWidth === '0px' ? '' : `${outlineColor} ${outlineWidth}`,
      boxShadow: boxShadow === 'none' ? '' : boxShadow,
    };
  };

  const numbersIn = (colour) => {
    const found = /rgba?\(([^)]*)\)|color\(srgb ([^)]*)\)/.exec(colour);
    if (found === null) return undefined;
    const [red, green, blue, alpha = 1] = (found[1] ?? found[2])
      .split(/[\s,/]+/)
      .filter(Boolean)
      .map(Number);
    const scale = found[1] === undefined ? 255 : 1;
    return { red: red * scale, green: green * scale, blue: blue * scale, alpha };
  };
  const light = ({ red, green, blue }) => {
    const [r, g, b] = [red, green, blue].map((one) =>
      one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const ground = numbersIn(getComputedStyle(at).backgroundColor);
      if (ground !== undefined && ground.alpha > 0.9) return ground;
    }
    return { red: 255, green: 255, blue: 255 };
  };
  const contrast = (colour, element) => {
    const drawn = numbersIn(colour);
    if (drawn === undefined || drawn.alpha < 0.9) return 1;
    const [one, other] = [light(drawn), light(groundOf(element.parentElement))].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
  };

  /** The part of an element a person sees: the frame painted in place of an input that is not seen itself. */
  const shownPart = (element) =>
    element.closest(
      element.matches('.el-drawer__sr-focus')
        ? '.el-drawer'
        : 'label, .el-switch, .el-select__wrapper, .el-input__wrapper',
    ) ?? element;

  /** At least partly in sight: not scrolled away, nothing in front of it. */
  const isInSight = (element) => {
    const part = shownPart(element);
    return [...part.getClientRects()].some(({ left, top, right, bottom }) =>
      [0.5, 0.1, 0.9].some((across) =>
        [0.5, 0.1, 0.9].some((down) => {
          const [x, y] = [left + (right - left) * across, top + (bottom - top) * down];
          if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
          const hit = document.elementFromPoint(x, y);
          return (
            hit !== null &&
            (part.contains(hit) ||
              (hit.contains(part) && hit.closest('header.bar') === part.closest('header.bar') && !isCover(hit, part)))
          );
        }),
      ),
    );
  };
  /** What holds the element lies behind it, unless the element is scrolled out of it. */
  const isCover = (holder, part) => {
    const [outer, inner] = [holder.getBoundingClientRect(), part.getBoundingClientRect()];
    return inner.right < outer.left || inner.left > outer.right || inner.bottom < outer.top || inner.top > outer.bottom;
  };

  /** The dialog in front, if one is open. */
  const dialog = () =>
    [...document.querySelectorAll('[role=dialog]:not(.el-popper, .el-popper *)')].filter(isSeen).at(-1);

  let opener;
  /** Buttons of the page that open something or change what is shown; none that sends, prints or leaves. */
  const openers = () =>
    [...document.querySelectorAll('main button:not([type=submit], [aria-haspopup])')].filter(
      (one) => isInOrder(one) && !/打印|下载|标为已读|重试|返回|重新|翻页|页$/.test(one.innerText),
    );

  let start;
  let steps = [];
  let last;
  const settle = () => {
    if (last === undefined || last.element === document.activeElement) return;
    const shown = last.shown.filter(({ at, outline, boxShadow }) => {
      const now = look(at);
      return (outline !== '' && outline !== now.outline) || (boxShadow !== '' && boxShadow !== now.boxShadow);
    });
    const best = Math.max(
      0,
      ...shown.flatMap(({ at, outline, boxShadow }) => [contrast(outline, at), contrast(boxShadow, at)]),
    );
    steps.push({ element: last.element, isShown: shown.length > 0, contrast: best, isInSight: last.isInSight });
    last = undefined;
  };
  const note = () => {
    const element = document.activeElement;
    settle();
    if (element === null || element === document.body || last !== undefined) return;
    last = { element, shown: places(element).map((at) => ({ at, ...look(at) })), isInSight: isInSight(element) };
  };
  document.addEventListener('keydown', (event) => event.key === 'Tab' && note(), { capture: true });

  return {
    openerNames: () => openers().map(nameOf),
    unreachable,
    /** Colours stand at once, so that they can be looked at. */
    standStill() {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '*, *::before, *::after { transition: none !important; animation: none !important; scroll-behavior: auto !important; caret-color: transparent !important }',
      );
      document.adoptedStyleSheets.push(sheet);
    },
    /** Until nothing has changed for a quarter of a second; on a page that never rests, three seconds. */
    quiet: () =>
      new Promise((resolve) => {
        const rest = () => {
          observer.disconnect();
          clearTimeout(longest);
          resolve();
        };
        let idle = setTimeout(rest, 250);
        const longest = setTimeout(rest, 3000);
        const observer = new MutationObserver(() => {
          clearTimeout(idle);
          idle = setTimeout(rest, 250);
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
    begin() {
      start = document.activeElement;
      steps = [];
      last = undefined;
    },
    /** To where the walk began; the start of a page is before everything in it. */
    beginAgain() {
      steps = [];
      last = undefined;
      if (start !== document.body) return start.focus();
      const mark = document.createElement('span');
      mark.tabIndex = -1;
      document.body.prepend(mark);
      mark.focus();
      mark.remove();
    },
    count: (root) => inOrder(root).length,
    /** What the presses since `begin` came to, against what should have been come to. */
    async walked(root) {
      note();
      if (last !== undefined) {
        const { element } = last;
        element.blur();
        await new Promise((resolve) => setTimeout(resolve, 30));
        settle();
        element.focus({ preventScroll: true });
      }
      const wanted = inOrder(root);
      const met = new Set(steps.map(({ element }) => element));
      const first = [];
      for (const { element } of steps) {
        if (first.includes(element)) break;
        first.push(element);
      }
      const ordered = first.filter((one) => wanted.includes(one));
      const outOfOrder = ordered.filter((one, at) => at > 0 && !(ordered[at - 1].compareDocumentPosition(one) & 4));
      const faults = (isFault) => [
        ...new Set(
          steps
            .filter(isFault)
            .map((step) => `${nameOf(step.element)}${step.isShown ? ` (${step.contrast.toFixed(1)})` : ''}`),
        ),
      ];
      return {
        missed: wanted.filter((one) => !met.has(one)).map(nameOf),
        outOfOrder: outOfOrder.map(nameOf),
        forced: [...document.querySelectorAll('[tabindex]')].filter((one) => one.tabIndex > 0).map(nameOf),
        strayed: [...met].filter((one) => !root.contains(one)).map(nameOf),
        unshown: faults(({ isShown }) => !isShown),
        faint: faults(({ isShown, contrast: much }) => isShown && much < 3),
        hidden: faults(({ isInSight: inSight }) => !inSight),
      };
    },
    dialog,
    openers,
    /** Puts the focus on a button that opens something, as if come to by Tab. */
    focusOpener(index) {
      opener = openers()[index];
      opener.focus();
      return nameOf(opener);
    },
    /** A button drawn anew is the same button. */
    isBack: () => document.activeElement === opener || wordsOf(document.activeElement) === wordsOf(opener),
    isNowhere: () => document.activeElement === document.body && isInOrder(opener),
    focused: () => wordsOf(document.activeElement),
    /** Whether the place in an open picker is drawn: by the option, day or place itself or what it holds. */
    isMarked: () => {
      const at =
        [...document.querySelectorAll('.el-select-dropdown__item.is-hovering')].find(isSeen) ??
        document.activeElement.closest('.el-popper *');
      return (
        at !== null &&
        [at, ...at.querySelectorAll('*')].some((one) => look(one).outline !== '' || look(one).boxShadow !== '')
      );
    },
    /** What an open list stands at. */
    option: () =>
      [...document.querySelectorAll('.el-select-dropdown__item.is-hovering')].find(isSeen)?.innerText.trim(),
    isInside: () => dialog()?.contains(document.activeElement) === true,
  };
})();
