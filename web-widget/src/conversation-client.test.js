import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversationClient, uuid } from './conversation-client.js';

/** A line whose other end is the test. */
class FakeSocket {
	static last;

	constructor(address, protocol) {
		Object.assign(this, { address, protocol, sent: [] });
		FakeSocket.last = this;
	}

	send(text) {
		this.sent.push(JSON.parse(text));
	}

	close() {
		this.closed = true;
	}

	welcome(more) {
		this.onopen();
		this.give({ t: 'welcome', c: 'c1', k: 'k1', hb: 20, max: 500, ...more });
	}

	give(...frames) {
		frames.forEach((frame) => this.onmessage?.({ data: JSON.stringify(frame) }));
	}
}

/** Runs a client over fake lines; timers it leaves behind are its own, so it is stopped at the end. */
function withClient(run, remembered = { pending: [] }) {
	const before = globalThis.WebSocket;
	const seen = [];
	const states = [];
	const memory = { remembered, save: (changes) => Object.assign(remembered, changes) };
	globalThis.WebSocket = FakeSocket;
	globalThis.addEventListener ||= () => {};
	globalThis.removeEventListener ||= () => {};
	const client = conversationClient({
		address: 'https://host/',
		memory,
		visitor: () => ({ lang: 'en' }),
		onFrame: (frame, request) => seen.push({ ...frame, mine: !!request }),
		onState: (state) => states.push(state),
	});
	try {
		client.start();
		run({ client, seen, states, remembered });
	} finally {
		client.stop();
		globalThis.WebSocket = before;
	}
}

const ask = () => ({ t: 'ask', id: 'a', q: 'How much?' });

test('says hello first, on the sub-protocol of the contract', () => {
	withClient(() => {
		FakeSocket.last.onopen();
		assert.equal(FakeSocket.last.address, 'wss://host/chat');
		assert.equal(FakeSocket.last.protocol, 'signpost.v1');
		assert.deepEqual(FakeSocket.last.sent, [{ t: 'hello', after: 0, lang: 'en' }]);
	});
});

test('applies events in order, each once', () => {
	withClient(({ seen }) => {
		const line = FakeSocket.last;
		line.welcome();
		line.give({ seq: 1, t: 'turn', turn: 1, id: 'x' }, { seq: 2, t: 'text', turn: 1 }, { seq: 2, t: 'text', turn: 1 });
		assert.deepEqual(seen.filter(({ seq }) => seq).map(({ seq }) => seq), [1, 2]);
	});
});

test('closes at a gap and goes on after what it has', () => {
	withClient(({ seen }) => {
		const line = FakeSocket.last;
		line.welcome();
		line.give({ seq: 1, t: 'turn', turn: 1, id: 'x' }, { seq: 3, t: 'text', turn: 1 });
		assert.equal(line.closed, true);
		assert.equal(seen.at(-1).seq, 1);
	});
});

test('takes what the first event of an old conversation counts', () => {
	withClient(({ seen }) => {
		FakeSocket.last.welcome();
		FakeSocket.last.give({ seq: 41, t: 'turn', turn: 9, id: 'x' });
		assert.equal(seen.at(-1).seq, 41);
	});
});

test('keeps a request until it is settled and sends it after each welcome', () => {
	withClient(({ client, remembered }) => {
		client.request(ask());
		assert.deepEqual(FakeSocket.last.sent, []);
		FakeSocket.last.welcome();
		assert.deepEqual(FakeSocket.last.sent.at(-1), ask());
		FakeSocket.last.welcome();
		assert.equal(FakeSocket.last.sent.filter(({ t }) => t === 'ask').length, 2);
		FakeSocket.last.give({ seq: 1, t: 'turn', turn: 4, id: 'a' });
		FakeSocket.last.welcome();
		assert.equal(FakeSocket.last.sent.filter(({ t }) => t === 'ask').length, 2);
		assert.equal(remembered.pending.length, 1);
		FakeSocket.last.give({ seq: 2, t: 'end', turn: 4, why: 'done' });
		assert.deepEqual(remembered.pending, []);
	});
});

test('knows its own answers from those that a reload brings back', () => {
	withClient(({ client, seen }) => {
		FakeSocket.last.welcome();
		FakeSocket.last.give({ seq: 1, t: 'turn', turn: 1, id: 'old' }, { seq: 2, t: 'text', turn: 1 }, { seq: 3, t: 'end', turn: 1 });
		client.request(ask());
		FakeSocket.last.give({ seq: 4, t: 'turn', turn: 2, id: 'a' }, { seq: 5, t: 'text', turn: 2 });
		assert.deepEqual(seen.filter(({ seq }) => seq).map(({ mine }) => mine), [false, false, false, true, true]);
	});
});

test('lets an error settle its request', () => {
	withClient(({ client, remembered, seen }) => {
		FakeSocket.last.welcome();
		client.request(ask());
		FakeSocket.last.give({ t: 'err', code: 'busy', re: 'a' });
		assert.deepEqual(remembered.pending, []);
		assert.equal(seen.at(-1).mine, true);
	});
});

test('keeps a request that may be sent again', () => {
	withClient(({ client, remembered }) => {
		FakeSocket.last.welcome();
		client.request(ask());
		FakeSocket.last.give({ t: 'err', code: 'too_fast', re: 'a', retry: 5 });
		assert.deepEqual(remembered.pending, [ask()]);
	});
});

test('takes an unanswered question over into a new conversation, and nothing else', () => {
	const pending = [{ ...ask(), turn: 3 }, { t: 'rate', id: 'r', turn: 2, v: 5 }];
	withClient(
		({ remembered, seen }) => {
			FakeSocket.last.welcome({ c: 'c2', k: 'k2', reset: true });
			assert.equal(seen[0].t, 'reset');
			assert.deepEqual(FakeSocket.last.sent.at(-1), ask());
			assert.deepEqual(remembered, { pending: [ask()], c: 'c2', k: 'k2' });
		},
		{ c: 'c1', k: 'k1', pending },
	);
});

test('keeps its key when a welcome brings none', () => {
	withClient(
		({ remembered }) => {
			FakeSocket.last.welcome({ k: undefined });
			assert.equal(remembered.k, 'k1');
		},
		{ c: 'c1', k: 'k1', pending: [] },
	);
});

test('asks nothing again that was under way when its conversation was cleared', () => {
	withClient(({ client, remembered }) => {
		FakeSocket.last.welcome();
		client.request(ask());
		FakeSocket.last.give({ seq: 1, t: 'turn', turn: 1, id: 'a' });
		client.request({ t: 'clear', id: 'x' });
		FakeSocket.last.give({ t: 'cleared', id: 'x' });
		FakeSocket.last.give({ t: 'welcome', c: 'c2', k: 'k2', hb: 20, max: 500, reset: true });
		assert.deepEqual(remembered, { pending: [], c: 'c2', k: 'k2' });
		assert.equal(FakeSocket.last.sent.filter(({ t }) => t === 'ask').length, 1);
	});
});

test('asks again what was being answered without being saved', () => {
	withClient(
		() => {
			FakeSocket.last.welcome();
			assert.equal(FakeSocket.last.sent.at(-1).id, 'a');
		},
		{ c: 'c1', k: 'k1', pending: [{ ...ask(), turn: 0 }] },
	);
});

test('sends nothing before the welcome', () => {
	withClient(({ client }) => {
		FakeSocket.last.onopen();
		client.request(ask());
		client.send({ t: 'cancel', turn: 1 });
		assert.deepEqual(FakeSocket.last.sent.map(({ t }) => t), ['hello']);
	});
});

test('echoes the heartbeat', () => {
	withClient(() => {
		FakeSocket.last.welcome();
		FakeSocket.last.give({ t: 'hb' });
		assert.deepEqual(FakeSocket.last.sent.at(-1), { t: 'hb' });
	});
});

test('says that it waits when a line that worked is lost', () => {
	withClient(({ states }) => {
		FakeSocket.last.welcome();
		FakeSocket.last.onclose({ code: 1012 });
		assert.deepEqual(states, ['connecting', 'open', 'waiting']);
	});
});

test('tries no more where its page may not ask', () => {
	withClient(({ client, states }) => {
		const refused = FakeSocket.last;
		refused.onclose({ code: 4403 });
		assert.deepEqual(states, ['connecting', 'refused']);
		assert.equal(FakeSocket.last, refused);
		client.start();
		assert.deepEqual(states, ['connecting', 'refused', 'connecting']);
	});
});

test('makes identifiers that servers take', () => {
	assert.match(uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	assert.notEqual(uuid(), uuid());
});
