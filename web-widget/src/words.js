// @ts-check
import en from './strings/en.json' with { type: 'json' };

/** English is packed in. */
export const english = { ...en, lang: 'en' };

/** Puts a number, or what else was counted or dated, where the words leave room for it. */
export const fill = (/** @type {string} */ text, /** @type {any} */ value) => text.replace('{n}', value);

/**
 * The words in a language; what a translation lacks, and all where it cannot be had, is English.
 *
 * @param {string} lang
 * @param {string} address the server, ending in a slash
 * @returns {Promise<Record<string, string>>}
 */
export async function wordsIn(lang, address) {
	const response = await fetch(address + 'widget-' + lang + '.json');
	return { ...english, ...(await response.json()), lang };
}
