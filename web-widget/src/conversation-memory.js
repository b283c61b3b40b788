// @ts-check

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
	const remembered = { pending: [] };
	try {
		Object.assign(remembered, JSON.parse(sessionStorage.getItem(name) || '{}'));
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
