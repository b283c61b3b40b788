// @ts-check

/**
 * Two ways to the same conversation. Each is called with the server's address, a function that
 * gives the hello frame, and `on`, whose `frame` gets every frame and whose `closed` is called once
 * with a close code (0 when there is none; 4403 when pages of our origin may not talk to the server,
 * which only the second can tell). After `close()` neither is called again.
 *
 * @typedef {{ frame: (frame: any) => void, closed: (code: number) => void }} Listener
 * @typedef {{ send: (frame: any) => void, close: () => void }} Link
 * @typedef {(address: string, hello: () => any, on: Listener) => Link} Transport
 */

/** @type {Transport} */
export function webSocket(address, hello, on) {
	const socket = new WebSocket(address.replace(/^http/, 'ws') + 'chat', 'signpost.v1');
	const send = (/** @type {any} */ frame) => socket.send(JSON.stringify(frame));
	socket.onopen = () => send(hello());
	socket.onmessage = ({ data }) => on.frame(JSON.parse(data));
	socket.onclose = ({ code }) => on.closed(code);
	return {
		send,
		close() {
			socket.onopen = socket.onmessage = socket.onclose = null;
			socket.close();
		},
	};
}

/**
 * Server-sent events, for where a proxy refuses WebSocket. They are read with `fetch`, as the
 * conversation's key travels in a header and `EventSource` cannot send one.
 *
 * @type {Transport}
 */
export function eventStream(address, hello, on) {
	const cut = new AbortController();
	const request = (/** @type {string} */ path, /** @type {any} */ frame = undefined) => {
		const { c, k, after } = hello();
		return fetch(address + 'chat/' + path, {
			method: frame ? 'POST' : 'GET',
			body: frame && JSON.stringify(frame),
			signal: cut.signal,
			cache: 'no-store',
			headers: {
				...(frame && { 'Content-Type': 'application/json' }),
				...(c && { 'Signpost-Conversation': c, 'Signpost-Key': k, 'Last-Event-ID': after }),
			},
		}).then((response) => {
			if (!response.ok) {
				throw response.status;
			}
			return response;
		});
	};
	const closed = async (/** @type {any} */ status) => {
		if (status instanceof TypeError) {
			// unreachable, or our origin is refused, which a browser does not tell of a request that it had to
			// ask leave for; of a plain one it does
			status = await fetch(address + 'chat/events', { cache: 'no-store', signal: cut.signal }).then(
				(response) => response.status,
				() => 0,
			);
		}
		if (!cut.signal.aborted) {
			cut.abort();
			on.closed(status === 401 || status === 403 ? 4000 + status : 0);
		}
	};
	// what answers a frame directly comes back with it, every event comes over the stream
	const send = (/** @type {any} */ frame) =>
		request('commands', frame)
			.then((response) => response.json())
			.then((frames) => frames.forEach((/** @type {any} */ answer) => cut.signal.aborted || on.frame(answer)));
	const listen = async () => {
		await send(hello());
		const { body } = await request('events');
		const reader = /** @type {any} */ (body).pipeThrough(new TextDecoderStream()).getReader();
		let rest = '';
		for (let part; !(part = await reader.read()).done; ) {
			const lines = (rest + part.value).split('\n');
			rest = lines.pop() || '';
			for (const line of lines) {
				// a frame is one line of JSON; `id:` repeats its seq and blank lines only separate
				if (line.startsWith('data:') && !cut.signal.aborted) {
					on.frame(JSON.parse(line.slice(5)));
				}
			}
		}
	};
	listen().then(closed, closed);
	return {
		send: (frame) => send(frame).catch(closed),
		close: () => cut.abort(),
	};
}
