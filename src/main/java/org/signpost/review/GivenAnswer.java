package org.signpost.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.signpost.answering.Answered;
import org.signpost.conversation.Outcome;
import org.signpost.knowledge.Nation;

/**
 * An answer in the account of an evaluation or a comparison, ready to be written as JSON.
 *
 * @param outcome how the question ended
 * @param text the blocks' texts joined by line breaks
 * @param blocks what is said
 * @param citations what backs it
 * @param suggestions next questions or choices
 * @param intent the most likely intent
 * @param nation the nation it is for
 * @param trace why it came out so
 */
public record GivenAnswer(Outcome outcome, String text, List<AnswerBlock> blocks, List<AnswerCitation> citations,
		List<String> suggestions, @Nullable AnswerIntent intent, @Nullable Nation nation,
		@Nullable Map<String, Object> trace) {

	static GivenAnswer of(Answered answered, boolean explain) {
		var answer = answered.answer();
		var intent = answered.intent();
		return new GivenAnswer(answer.outcome(), answer.text(),
				answer.blocks()
					.stream()
					.map((block) -> new AnswerBlock(block.kind().name().toLowerCase(Locale.ROOT), block.text(),
							block.citations(), block.href()))
					.toList(),
				answer.citations()
					.stream()
					.map((citation) -> new AnswerCitation(citation.n(), citation.source(), citation.title(),
							citation.publisher(), citation.url(), citation.published(), citation.section(),
							citation.nations().stream().sorted().toList(), citation.asOf(), citation.evidence(),
							citation.statement()))
					.toList(),
				answer.suggestions(), (intent != null) ? new AnswerIntent(intent, answered.confidence()) : null,
				answer.nation(), explain ? answered.trace().stages() : null);
	}

	GivenAnswer withoutTrace() {
		return new GivenAnswer(this.outcome, this.text, this.blocks, this.citations, this.suggestions, this.intent,
				this.nation, null);
	}

	/** Whether a visitor reads the same. */
	boolean readsAs(GivenAnswer other) {
		return this.outcome == other.outcome && this.blocks.equals(other.blocks)
				&& this.suggestions.equals(other.suggestions) && Objects.equals(this.nation, other.nation)
				&& this.citations.stream()
					.map(AnswerCitation::asRead)
					.toList()
					.equals(other.citations.stream().map(AnswerCitation::asRead).toList());
	}

	/** A piece of an answer. */
	public record AnswerBlock(String kind, String text, List<Integer> citations, @Nullable String href) {
	}

	/** A statement that backs an answer. */
	public record AnswerCitation(int n, String source, String title, @Nullable String publisher, @Nullable String url,
			@Nullable String published, String section, List<Nation> nations, @Nullable String asOf, String evidence,
			String statement) {

		/** Without the statement's id, which is its place in a file. */
		private AnswerCitation asRead() {
			return new AnswerCitation(this.n, this.source, this.title, this.publisher, this.url, this.published,
					this.section, this.nations, this.asOf, this.evidence, "");
		}

	}

	/** An intent and its probability. */
	public record AnswerIntent(String name, double confidence) {
	}

}
