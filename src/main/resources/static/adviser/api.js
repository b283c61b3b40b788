// @ts-check
import { askForToken } from './token.js';
import { words } from './words.js';

/** What the server refused, or could not do, in words for people. */
export class Problem extends Error {
	/** @param {string} detail @param {{ status?: number, field?: string, wait?: string | null }} [facts] */
	constructor(detail, { status = 0, field = '', wait = null } = {}) {
		super(detail);
		this.status = status;
		this.field = field;
		this.wait = wait;
	}
}

/** In the memory of this page only. @type {string | undefined} */
let token;

/** Asked for once, however many requests wait for it. @type {Promise<string> | undefined} */
let asking;

/**
 * Sends a request to the adviser interface. Where that wants a token, it is asked for.
 *
 * @param {string} path
 * @param {{ method?: string, body?: any, signal?: AbortSignal, accept?: string }} [options]
 * @returns {Promise<Response>}
 */
export async function send(path, { method = 'GET', body, signal, accept = 'application/json' } = {}) {
	for (;;) {
		const sent = token;
		/** @type {Record<string, string>} */
		const headers = { Accept: accept };
		if (sent) {
			headers.Authorization = 'Bearer ' + sent;
		}
		if (body !== undefined) {
			headers['Content-Type'] = 'application/json';
		}
		let response;
		try {
			response = await fetch(path, {
				method,
				headers,
				body: body === undefined ? undefined : JSON.stringify(body),
				signal,
				credentials: 'omit',
			});
		} catch (ex) {
			throw signal?.aborted ? ex : new Problem(words.problems.unreachable);
		}
		if (response.ok) {
			return response;
		}
		if (response.status !== 401) {
			throw await problemOf(response);
		}
		// another request may have been given the token while this one was away
		if (token === sent) {
			asking ||= askForToken(Boolean(sent)).finally(() => (asking = undefined));
			token = await asking;
		}
	}
}

/** @param {Response} response */
async function problemOf(response) {
	const told = await response.json().catch(() => ({}));
	return new Problem(told.detail || words.problems.status.replace('{n}', String(response.status)), {
		status: response.status,
		field: told.field,
		wait: response.headers.get('Retry-After'),
	});
}

/** @param {string} path @param {AbortSignal} [signal] */
export const get = async (path, signal) => (await send(path, { signal })).json();

/** @param {string} path @param {any} body @param {AbortSignal} [signal] */
export const post = async (path, body, signal) => (await send(path, { method: 'POST', body, signal })).json();

/**
 * A page of a list.
 *
 * @param {string} path
 * @param {URLSearchParams} parameters
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ items: any, after: string | null }>} the items, and what the next page is asked for by
 */
export async function page(path, parameters, signal) {
	const given = new URLSearchParams([...parameters].filter(([, value]) => value));
	const response = await send(path + (given.size ? '?' + given : ''), { signal });
	const next = /<[^>?]*\?([^>]*)>;\s*rel="?next"?/.exec(response.headers.get('Link') || '');
	return { items: await response.json(), after: next && new URLSearchParams(next[1]).get('after') };
}

/**
 * All pages of a list that is known to be short.
 *
 * @param {string} path
 * @param {AbortSignal} [signal]
 */
export async function all(path, signal) {
	const items = [];
	for (let after = ''; ;) {
		const part = await page(path, new URLSearchParams({ limit: '1000', after }), signal);
		items.push(...part.items);
		if (!part.after) {
			return items;
		}
		after = part.after;
	}
}
