import assert from 'node:assert/strict';
import { test } from 'node:test';
import cy from './strings/cy.json' with { type: 'json' };
import en from './strings/en.json' with { type: 'json' };
import { wordsIn } from './words.js';

test('has every word in Welsh, with the same places to fill', () => {
	assert.deepEqual(Object.keys(cy).sort(), Object.keys(en).sort());
	for (const key in en) {
		assert.equal(cy[key].includes('{n}'), en[key].includes('{n}'), key);
	}
});

test('fills what a translation lacks with English', async () => {
	const before = globalThis.fetch;
	globalThis.fetch = async (address) => ({ json: async () => ({ send: address }) });
	try {
		const words = await wordsIn('cy', 'https://host/');
		assert.equal(words.send, 'https://host/widget-cy.json');
		assert.equal(words.stop, en.stop);
		assert.equal(words.lang, 'cy');
	} finally {
		globalThis.fetch = before;
	}
});
