// @ts-check
import { composes, make } from './dom.js';
import { fill } from './words.js';

/**
 * Where the visitor types. Enter sends, Shift and Enter begin a new line; a question that cannot be
 * sent stays, with the reason beside it.
 *
 * @param {Record<string, string>} words
 * @param {(question: string) => string | void} ask gives the reason when it was not accepted, else says where the focus goes
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
			if (event.key === 'Enter' && !event.shiftKey && !composes(event)) {
				event.preventDefault();
				send();
			}
		},
	});
	const hint = make('p', { id: 'hint', class: 'line', role: 'status' });

	function tell(/** @type {string} */ text, invalid = true) {
		hint.textContent = text;
		field.setAttribute('aria-invalid', String(invalid));
	}

	function count() {
		const left = max - field.value.length;
		tell(left < 0 ? fill(words.over, -left) : left < 50 ? fill(words.left, left) : '', left < 0);
	}

	function send() {
		const question = field.value.trim();
		const reason = question.length > max ? fill(words.over, question.length - max) : ask(question);
		tell(reason || '', !!reason);
		if (reason) {
			field.focus();
		} else {
			field.value = '';
		}
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
		/** Takes the focus; `still` leaves what is read where it is. */
		focus: (still = false) => field.focus({ preventScroll: still }),
		limit(/** @type {number} */ characters) {
			max = characters;
		},
	};
}
