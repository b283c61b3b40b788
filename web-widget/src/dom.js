// @ts-check

/**
 * Makes an element. Text goes in as text, so nothing a server or a visitor says can become markup.
 *
 * @param {string} tag
 * @param {Record<string, any>} [properties] attributes; a function under `onclick` and the like is listened with
 * @param {...(Node | string | false | null | undefined)} children
 * @returns {any}
 */
export function make(tag, properties, ...children) {
	const node = document.createElement(tag);
	for (const name in properties) {
		const value = properties[name];
		if (typeof value === 'function') {
			node.addEventListener(name.slice(2), value);
		} else if (value || value === 0 || value === '') {
			node.setAttribute(name, value === true ? '' : value);
		}
	}
	node.append(.../** @type {(Node | string)[]} */ (children.filter(Boolean)));
	return node;
}

/**
 * A button that does something on this page.
 *
 * @param {string} text
 * @param {() => void} onclick
 * @param {Record<string, any>} [properties]
 * @returns {HTMLButtonElement}
 */
export const button = (text, onclick, properties) => make('button', { type: 'button', onclick, ...properties }, text);

/**
 * The address when a press may lead there: never `javascript:` or the like.
 *
 * @param {string | null | undefined} href
 */
export const safeAddress = (href) => (/^(https?|tel|mailto):/i.test(href || '') ? href : null);
