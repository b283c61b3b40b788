// @ts-check
import { make } from './dom.js';
import { words } from './words.js';

/**
 * Which words of two texts are in one of them only: the longest common run of words stays.
 *
 * @param {string} before
 * @param {string} after
 * @returns {[{ text: string, changed: boolean }[], { text: string, changed: boolean }[]]}
 */
export function changedWords(before, after) {
	const a = before.split(/(?<=\s)/);
	const b = after.split(/(?<=\s)/);
	const alike = (/** @type {string} */ one, /** @type {string} */ other) => one.trim() === other.trim();
	/** Length of what the rests share. @type {number[][]} */
	const shared = Array.from({ length: a.length + 1 }, () => Array(b.length + 1).fill(0));
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			shared[i][j] = alike(a[i], b[j]) ? shared[i + 1][j + 1] + 1 : Math.max(shared[i + 1][j], shared[i][j + 1]);
		}
	}
	/** @type {{ text: string, changed: boolean }[]} */
	const left = [];
	/** @type {{ text: string, changed: boolean }[]} */
	const right = [];
	const put = (/** @type {{ text: string, changed: boolean }[]} */ side, /** @type {string} */ text, /** @type {boolean} */ changed) => {
		const last = side.at(-1);
		last?.changed === changed ? (last.text += text) : side.push({ text, changed });
	};
	let i = 0;
	let j = 0;
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && alike(a[i], b[j])) {
			put(left, a[i++], false);
			put(right, b[j++], false);
		} else if (j >= b.length || (i < a.length && shared[i + 1][j] >= shared[i][j + 1])) {
			put(left, a[i++], true);
		} else {
			put(right, b[j++], true);
		}
	}
	return [left, right];
}

/**
 * A text with the words marked that another does not have. Screen readers hear where such words begin.
 *
 * @param {{ text: string, changed: boolean }[]} parts
 * @param {'ins' | 'del'} as
 */
export const marked = (parts, as) =>
	parts.flatMap(({ text, changed }) =>
		changed && text.trim()
			? [
					make(as, {}, make('span', { class: 'hidden' }, as === 'ins' ? words.changes.added : words.changes.removed, ' '), text.trimEnd()),
					text.slice(text.trimEnd().length),
				]
			: [text],
	);
