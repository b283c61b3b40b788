// @ts-check
import { make } from './dom.js';

/**
 * Where the visitor types. Enter sends, Shift and Enter begin a new line; a question that cannot be
 * sent stays, with the reason beside it.
 *
 * @param {Record<string, string>} words
 * @param {(question: string) => string | undefined} ask gives the reason when it was not accepted
 */
export function questionForm(words, ask) {
	let max = 500;
	const field = make('textarea', {
		id: 'question',
		rows: 1,
		autocomplete: 'off',
		enterkeyhint: 'send',
		'aria-describedby': 'hint',
		oninput: count,
		onkeydown(/** @type {KeyboardEvent} */ event) {
			if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
				event.preventDefault();
				send();
			}
		},
	});
	const hint = make('p', { id: 'hint', class: 'hint', role: 'status' });

	function tell(/** @type {string} */ text, invalid = true) {
		hint.textContent = text;
		field.setAttribute('aria-invalid', String(invalid));
	}

	function count() {
		const left = max - field.value.length;
		tell(left < 0 ? words.over.replace('{n}', String(-left)) : left < 50 ? words.left.replace('{n}', String(left)) : '', left < 0);
	}

	function send() {
		const question = field.value.trim();
		const reason = question ? (question.length > max ? words.over.replace('{n}', String(question.length - max)) : ask(question)) : words.empty;
		tell(reason || '', !!reason);
		if (!reason) {
			field.value = '';
		}
		field.focus();
	}

	return {
		node: make(
			'form',
			{
				onsubmit(/** @type {Event} */ event) {
					event.preventDefault();
					send();
				},
			},
			make('label', { for: 'question' }, words.question),
			make('div', { class: 'entry' }, field, make('button', { class: 'main' }, words.send)),
			hint,
		),
		focus: () => field.focus(),
		limit(/** @type {number} */ characters) {
			max = characters;
		},
	};
}
