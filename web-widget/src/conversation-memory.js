// @ts-check

const isText = (/** @type {any} */ value) => typeof value === 'string';

/**
 * Takes what has our form and nothing else: pages, old versions and visitors may have written there.
 *
 * @param {string | null} text
 * @returns {Remembered}
 */
function read(text) {
	let { c, k, open, pending } = JSON.parse(text || '{}');
	if (isText(pending)) {
		// old libraries give arrays a `toJSON` that writes them as text
		pending = JSON.parse(pending);
	}
	return {
		...(isText(c) && isText(k) && { c, k }),
		...(open === true && { open }),
		pending: (Array.isArray(pending) ? pending : []).filter(
			(request) => isText(request?.id) && (request.t === 'ask' ? isText(request.q) : /^(rate|clear)$/.test(request.t)),
		),
	};
}

/**
 * What outlives a page view, and nothing else: the conversation's id and key, whether the panel is
 * open, and requests not yet settled. It lives in `sessionStorage`, so it ends with the tab; where
 * that is forbidden it ends with the page.
 *
 * @typedef {{ c?: string, k?: string, open?: boolean, pending: any[] }} Remembered
 * @param {string} name the storage key
 */
export function conversationMemory(name) {
	/** @type {Remembered} */
	let remembered = { pending: [] };
	try {
		remembered = read(sessionStorage.getItem(name));
	} catch {
		// storage is forbidden or holds something foreign
	}
	return {
		remembered,
		/** @param {Partial<Remembered>} [changes] */
		save(changes) {
			Object.assign(remembered, changes);
			try {
				sessionStorage.setItem(name, JSON.stringify(remembered));
			} catch {
				// then it lasts as long as the page
			}
		},
	};
}
