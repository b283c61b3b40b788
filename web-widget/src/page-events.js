// @ts-check

/**
 * Tells the page what happened, as an event whose name begins with the element's. The words of a
 * question are not in it: pages hand events on to third parties more easily than they know.
 *
 * @param {HTMLElement} element
 * @param {'opened' | 'closed' | 'asked' | 'answered' | 'rated'} name
 * @param {object} [detail]
 */
export function tellPage(element, name, detail) {
	element.dispatchEvent(new CustomEvent('signpost-chat-' + name, { bubbles: true, composed: true, detail }));
}
