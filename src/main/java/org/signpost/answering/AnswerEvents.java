package org.signpost.answering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import org.signpost.composition.Block;
import org.signpost.composition.Citation;
import org.signpost.composition.ComposedAnswer;
import org.signpost.conversation.ConversationEvent;
import org.signpost.conversation.ConversationEvent.Cited;
import org.signpost.conversation.ConversationEvent.Ended;
import org.signpost.conversation.ConversationEvent.Kind;
import org.signpost.conversation.ConversationEvent.Offered;
import org.signpost.conversation.ConversationEvent.Said;
import org.signpost.conversation.ConversationEvent.Why;

/**
 * An answer as events, in the order in which a reader wants them: each block, after it
 * the citations it is the first to name, then the suggestions, then the end.
 */
final class AnswerEvents {

	private static final int LONGEST = 4000;

	private AnswerEvents() {
	}

	static List<ConversationEvent> of(int turn, UUID id, ComposedAnswer answer) {
		var events = new ArrayList<ConversationEvent>();
		var told = new HashSet<Integer>();
		for (var block : answer.blocks()) {
			events.add(new Said(turn, kind(block.kind()), fit(block.text()), block.citations(), block.href()));
			answer.citations()
				.stream()
				.filter((citation) -> block.citations().contains(citation.n()) && told.add(citation.n()))
				.forEach((citation) -> events.add(cited(turn, citation)));
		}
		answer.citations()
			.stream()
			.filter((citation) -> told.add(citation.n()))
			.forEach((citation) -> events.add(cited(turn, citation)));
		answer.suggestions().forEach((suggestion) -> events.add(new Offered(turn, suggestion)));
		events.add(new Ended(turn, id, answer.outcome(), answer.nation(), Why.DONE));
		return events;
	}

	private static Cited cited(int turn, Citation citation) {
		return new Cited(turn, citation.n(), citation.source(), citation.title(), citation.publisher(), citation.url(),
				citation.published(), citation.asOf(), citation.section(), List.copyOf(citation.nations()),
				fit(citation.evidence()));
	}

	/** A frame may have 16 kB; no sentence that anybody reads comes near this. */
	private static String fit(String text) {
		return (text.length() <= LONGEST) ? text : text.substring(0, LONGEST) + "…";
	}

	private static Kind kind(Block.Kind kind) {
		return switch (kind) {
			case P -> Kind.P;
			case LI -> Kind.LI;
			case NOTE -> Kind.NOTE;
			case CONTACT -> Kind.CONTACT;
		};
	}

}
