package org.signpost.conversation;

import java.util.List;

/**
 * A question of ours that waits for the visitor's reply.
 *
 * @param slot what we asked for
 * @param about the visitor's question that the reply completes, standing alone
 * @param options the choices we offered, in the order shown
 */
public record OpenQuestion(Slot slot, String about, List<String> options) {

	public OpenQuestion {
		options = List.copyOf(options);
	}

}
