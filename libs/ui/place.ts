/**
 * Puts a popover beside its trigger: below where there is room, above where not; aligned to the
 * start edge of the reading direction, and never off the screen.
 */
export function place(
  trigger: Element,
  panel: HTMLElement,
  align: 'start' | 'end' = 'start',
): void {
  const at = trigger.getBoundingClientRect();
  const size = panel.getBoundingClientRect();
  const rtl = getComputedStyle(trigger).direction === 'rtl';
  const left = (align === 'start') !== rtl ? at.left : at.right - size.width;
  const below = at.bottom + 6 + size.height <= innerHeight || at.top < size.height;
  const top = below ? at.bottom + 6 : at.top - 6 - size.height;
  panel.style.left = `${Math.max(8, Math.min(left, innerWidth - size.width - 8))}px`;
  panel.style.top = `${Math.max(8, top)}px`;
}
