package org.signpost.web.adviser;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.signpost.answering.Answered;
import org.signpost.composition.Block;
import org.signpost.composition.Citation;
import org.signpost.conversation.Outcome;
import org.signpost.knowledge.Nation;

/** An answer as the adviser interface gives it. */
record AnswerView(UUID id, UUID conversation, Outcome outcome, String text, List<BlockView> blocks,
		List<CitationView> citations, List<String> suggestions, @Nullable IntentView intent, @Nullable Nation nation,
		@Nullable Map<String, Object> trace) {

	static AnswerView of(UUID id, UUID conversation, Answered answered, boolean explain) {
		var answer = answered.answer();
		return new AnswerView(id, conversation, answer.outcome(), answer.text(),
				answer.blocks().stream().map(BlockView::of).toList(),
				answer.citations().stream().map(CitationView::of).toList(), answer.suggestions(),
				IntentView.of(answered.intent(), answered.confidence()), answer.nation(),
				explain ? answered.trace().stages() : null);
	}

	record BlockView(String kind, String text, List<Integer> citations, @Nullable String href) {

		static BlockView of(Block block) {
			return new BlockView(block.kind().name().toLowerCase(Locale.ROOT), block.text(), block.citations(),
					block.href());
		}

	}

	record CitationView(int n, String source, String title, @Nullable String publisher, @Nullable String url,
			@Nullable String published, String section, List<Nation> nations, @Nullable String asOf, String evidence) {

		static CitationView of(Citation citation) {
			return new CitationView(citation.n(), citation.source(), citation.title(), citation.publisher(),
					citation.url(), citation.published(), citation.section(),
					citation.nations().stream().sorted().toList(), citation.asOf(), citation.evidence());
		}

	}

	record IntentView(String name, double confidence) {

		static @Nullable IntentView of(@Nullable String name, @Nullable Double confidence) {
			return (name != null) ? new IntentView(name, (confidence != null) ? confidence : 0) : null;
		}

	}

}
