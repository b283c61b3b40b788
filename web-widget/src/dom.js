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
		} else if (value != null && value !== false) {
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
 * A button that shows and hides something, which begins hidden.
 *
 * @param {string} text
 * @param {HTMLElement} content
 */
export function disclosure(text, content) {
	const toggle = button(
		text,
		() => toggle.setAttribute('aria-expanded', String(!(content.hidden = !content.hidden))),
		{ class: 'chip', 'aria-expanded': 'false' },
	);
	content.hidden = true;
	return toggle;
}

/** Whether the focus can be in a field without a keyboard coming up over half of the window. */
export const hasKeyboard = () => !matchMedia('(pointer:coarse)').matches;

/** Whether a key belongs to an input method that composes a word; Safari says it by the code alone. */
export const composes = (/** @type {KeyboardEvent} */ { isComposing, keyCode }) => isComposing || keyCode === 229;

/**
 * Buttons under the words that say what they are for.
 *
 * @param {string} name the class
 * @param {string} label
 * @param {...Node} buttons
 */
export const group = (name, label, ...buttons) =>
	make('div', { role: 'group', class: name, 'aria-label': label }, make('p', { class: 'small' }, label), ...buttons);

/**
 * A link. Web pages open beside the visitor's page, which a telephone number does not leave.
 *
 * @param {string} href
 * @param {Node | string} text
 * @param {Record<string, string>} words
 * @param {string} [lang] language of the text, when it is not that of the words
 */
export const link = (href, text, words, lang) =>
	/^(tel|mailto):/i.test(href)
		? make('a', { href, lang }, text)
		: make('a', { href, lang, target: '_blank' }, text, make('span', { class: 'hidden', lang: words.lang }, ' ', words.newTab));

/**
 * The address when a press may lead there: never `javascript:` or the like.
 *
 * @param {string | null | undefined} href
 */
export const safeAddress = (href) => (/^(https?|tel|mailto):/i.test(href || '') ? href : null);
