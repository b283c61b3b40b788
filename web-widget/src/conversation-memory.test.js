import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversationMemory } from './conversation-memory.js';

function withStorage(storage, run) {
	const before = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage');
	Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, ...storage });
	try {
		run();
	} finally {
		if (before) {
			Object.defineProperty(globalThis, 'sessionStorage', before);
		} else {
			delete globalThis.sessionStorage;
		}
	}
}

function fake() {
	const items = new Map();
	return { getItem: (name) => items.get(name) ?? null, setItem: (name, value) => items.set(name, value) };
}

test('remembers across page views under its own name', () => {
	withStorage({ value: fake() }, () => {
		conversationMemory('one').save({ c: 'c1', k: 'k1' });
		assert.equal(conversationMemory('one').remembered.c, 'c1');
		assert.equal(conversationMemory('two').remembered.c, undefined);
	});
});

test('forgets what is set to nothing', () => {
	withStorage({ value: fake() }, () => {
		const memory = conversationMemory('one');
		memory.save({ c: 'c1' });
		memory.save({ c: undefined });
		assert.equal('c' in conversationMemory('one').remembered, false);
	});
});

test('begins empty when something foreign is stored', () => {
	const foreign = ['{not json', 'null', '7', '"text"', '[]', '{"pending":{}}', '{"pending":"["}', '{"pending":[null,{"t":"ask","id":"x"}]}'];
	for (const text of [...foreign, '{"c":"half"}', '{"c":{},"k":[],"open":"yes","toJSON":{}}']) {
		const storage = fake();
		storage.setItem('one', text);
		withStorage({ value: storage }, () => assert.deepEqual(conversationMemory('one').remembered, { pending: [] }));
	}
});

test('reads requests that a library has written as text', () => {
	const storage = fake();
	const ask = { t: 'ask', id: 'a', q: 'How much?' };
	storage.setItem('one', JSON.stringify({ c: 'c1', k: 'k1', pending: JSON.stringify([ask]) }));
	withStorage({ value: storage }, () => assert.deepEqual(conversationMemory('one').remembered, { c: 'c1', k: 'k1', pending: [ask] }));
});

test('lasts as long as the page where storage is forbidden', () => {
	const forbidden = {
		get() {
			throw new Error('SecurityError');
		},
	};
	withStorage(forbidden, () => {
		const memory = conversationMemory('one');
		memory.save({ open: true });
		assert.equal(memory.remembered.open, true);
	});
});
