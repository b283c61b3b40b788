// @ts-check
import { make } from './dom.js';
import { words } from './words.js';

/**
 * Asks for the adviser's token. The field has no name and the form leads nowhere, so that no
 * browser offers to keep it.
 *
 * @param {boolean} again whether the one given before was refused
 * @returns {Promise<string>}
 */
export function askForToken(again) {
	return new Promise((resolve) => {
		const field = make('input', {
			id: 'token',
			type: 'password',
			autocomplete: 'off',
			spellcheck: 'false',
			'aria-describedby': 'token-hint token-error',
		});
		const error = make('p', { id: 'token-error', class: 'problem' }, again && words.token.refused);
		const form = make(
			'form',
			{
				onsubmit(/** @type {Event} */ event) {
					event.preventDefault();
					const given = field.value.trim();
					// what cannot be in a header cannot be a token
					if (/^[\x21-\x7e]+$/.test(given)) {
						dialog.close();
						dialog.remove();
						resolve(given);
					} else {
						error.textContent = words.token.missing;
						field.setAttribute('aria-invalid', 'true');
						field.focus();
					}
				},
			},
			make('h2', { id: 'token-heading' }, words.token.heading),
			make('p', { id: 'token-hint' }, words.token.hint),
			error,
			make('label', { for: 'token' }, words.token.label),
			field,
			make('p', { class: 'actions' }, make('button', { class: 'main' }, words.token.go)),
		);
		const dialog = make(
			'dialog',
			{ 'aria-labelledby': 'token-heading', oncancel: (/** @type {Event} */ event) => event.preventDefault() },
			form,
		);
		document.body.append(dialog);
		dialog.showModal();
		if (again) {
			field.setAttribute('aria-invalid', 'true');
		}
		field.focus();
	});
}
