import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeAddress } from './dom.js';

test('lets a press lead to pages, telephones and letters', () => {
	for (const address of ['https://example.org/', 'http://example.org', 'tel:999', 'mailto:a@example.org', 'HTTPS://EXAMPLE.ORG']) {
		assert.equal(safeAddress(address), address);
	}
});

test('lets a press lead nowhere else', () => {
	for (const address of ['javascript:alert(1)', 'data:text/html,x', ' javascript:alert(1)', '//example.org', '', null, undefined]) {
		assert.equal(safeAddress(address), null);
	}
});
