package org.signpost.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.signpost.answering.CurrentEmbedding;
import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.answering.KnowledgeBaseNotReadyException;
import org.signpost.conversation.Figures;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.UnmetQuestion;
import org.signpost.conversation.UnmetQuestions;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.language.SentenceEmbedding;
import org.signpost.language.TextDigest;
import org.signpost.language.Words;

/**
 * Finds what visitors ask in vain: the newest {@value #LOOKED_AT} of the questions that
 * were not answered, or not well, grouped by what they mean. A question not seen before
 * costs the encoder's 3 ms of a core, the grouping of {@value #LOOKED_AT} wordings some
 * tenths of a second. Vectors are remembered by a digest of the words, in memory alone.
 * Without embeddings only questions of the same words are grouped. Safe for use by many
 * threads, of which one at a time groups.
 */
public final class Gaps {

	/** Questions that are looked at. */
	public static final int LOOKED_AT = 2000;

	private static final int SHOWN = 10;

	private static final Duration HALF_LIFE = Duration.ofDays(30);

	/** When what is asked weighs 1 in ranks: any moment, but always the same. */
	private static final Instant RANKED = Instant.parse("2026-01-01T00:00:00Z");

	/** Between what was said before and the question, as the model reads it. */
	private static final String EARLIER = " | ";

	private final UnmetQuestions unmet;

	private final CurrentEmbedding embedding;

	private final CurrentKnowledgeBase knowledgeBase;

	private final Clock clock;

	private final Cache<TextDigest, float[]> vectors = Caffeine.newBuilder().maximumSize(2L * LOOKED_AT).build();

	private final ReentrantLock grouping = new ReentrantLock();

	Gaps(UnmetQuestions unmet, CurrentEmbedding embedding, CurrentKnowledgeBase knowledgeBase, Clock clock) {
		this.unmet = unmet;
		this.embedding = embedding;
		this.knowledgeBase = knowledgeBase;
		this.clock = clock;
	}

	/**
	 * The gaps, what is asked often and of late first.
	 * @param from asked then or later
	 * @param before asked before that
	 * @param after where the page before ended, null to begin with the first
	 * @param limit how many at most
	 * @throws KnowledgeBaseNotReadyException while no knowledge base has been loaded
	 */
	public List<Gap> find(@Nullable Instant from, @Nullable Instant before, Gap.@Nullable Position after, int limit) {
		var taken = this.knowledgeBase.get().answers().stream().map(CuratedAnswer::intent).collect(Collectors.toSet());
		var model = this.embedding.embedding();
		var questions = this.unmet.find(from, before, LOOKED_AT);
		this.grouping.lock();
		try {
			var gaps = of(questions, taken, this.clock.instant(), (text) -> vector(text, model));
			return ((after != null) ? after.rest(gaps) : gaps).stream().limit(limit).toList();
		}
		finally {
			this.grouping.unlock();
		}
	}

	/**
	 * The gaps that questions make.
	 * @param questions the questions, newest first
	 * @param taken intents that have an answer
	 * @param now when they are looked at
	 * @param vector gives a question's vector
	 */
	static List<Gap> of(List<UnmetQuestion> questions, Set<String> taken, Instant now,
			Function<String, float[]> vector) {
		var wordings = wordings(questions);
		var vectors = wordings.parallelStream().map((wording) -> vector.apply(wording.text())).toList();
		return MeaningGroups.of(vectors, MeaningGroups.ALIKE)
			.stream()
			.map((group) -> group.stream().map((i) -> new Member(wordings.get(i), vectors.get(i))).toList())
			.map((group) -> gap(group, now, taken))
			.sorted(Comparator.comparingDouble(Gap::rank).reversed().thenComparing(Gap::question))
			.toList();
	}

	/**
	 * Learns the vectors of what was asked in vain lately, one after the other, so that
	 * nobody waits for them later.
	 * @param from asked then or later
	 * @throws KnowledgeBaseNotReadyException while no knowledge base has been loaded
	 */
	void prepare(@Nullable Instant from) {
		var model = this.embedding.embedding();
		wordings(this.unmet.find(from, null, LOOKED_AT)).forEach((wording) -> vector(wording.text(), model));
	}

	/** Questions of the same words together. */
	private static List<Wording> wordings(List<UnmetQuestion> questions) {
		var wordings = new LinkedHashMap<String, Wording>();
		for (var question : questions) {
			// of a first message what stands before is the beginning of the same message
			var inContext = question.turn() > 1 && question.resolved().contains(EARLIER);
			var text = inContext ? question.resolved() : question.question();
			wordings
				.computeIfAbsent(String.join(" ", Words.of(text)) + (inContext ? EARLIER : ""),
						(words) -> new Wording(text, inContext, new ArrayList<>()))
				.questions()
				.add(question);
		}
		return List.copyOf(wordings.values());
	}

	private float[] vector(String text, SentenceEmbedding model) {
		return this.vectors.get(TextDigest.of(model.model() + "\n" + text),
				(digest) -> model.encodeQuestion(text).vector());
	}

	private static Gap gap(List<Member> group, Instant now, Set<String> taken) {
		var questions = group.stream()
			.flatMap((member) -> member.wording().questions().stream())
			.sorted(Comparator.comparing(UnmetQuestion::asked).reversed())
			.toList();
		var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
		var days = new TreeMap<LocalDate, Integer>();
		var rank = 0.0;
		for (var question : questions) {
			outcomes.merge(question.outcome(), 1, Integer::sum);
			days.merge(question.asked().atZone(Figures.ZONE).toLocalDate(), 1, Integer::sum);
			rank += weight(Duration.between(question.asked(), RANKED));
		}
		var wordings = typicalFirst(group);
		var typical = wordings.getFirst().shown();
		var draft = AnswerDraft.of(wordings.getFirst().asked(),
				wordings.stream().filter(Wording::isExample).map(Wording::text).toList(), taken);
		return new Gap(typical, questions.size(),
				(int) questions.stream().map(UnmetQuestion::conversation).distinct().count(),
				questions.getLast().asked(), questions.getFirst().asked(), rank * weight(Duration.between(RANKED, now)),
				rank, outcomes, days, questions.stream().limit(SHOWN).toList(), draft);
	}

	private static double weight(Duration age) {
		return Math.pow(0.5, (double) age.toMillis() / HALF_LIFE.toMillis());
	}

	/**
	 * By how alike they are to all the others; those that need no context before others.
	 */
	private static List<Wording> typicalFirst(List<Member> group) {
		var sum = new float[group.getFirst().vector().length];
		for (var member : group) {
			for (int i = 0; i < sum.length; i++) {
				sum[i] += member.vector()[i] * member.wording().questions().size();
			}
		}
		return group.stream()
			.sorted(Comparator.comparing((Member member) -> member.wording().inContext())
				.thenComparing(
						Comparator.comparingDouble((Member member) -> SentenceEmbedding.cosine(member.vector(), sum))
							.reversed()))
			.map(Member::wording)
			.toList();
	}

	/**
	 * Questions of the same words.
	 *
	 * @param text the words, where they lean on what was said before with that
	 * @param inContext whether they do
	 * @param questions the questions, newest first
	 */
	private record Wording(String text, boolean inContext, List<UnmetQuestion> questions) {

		String shown() {
			return this.inContext
					? this.text.substring(0, this.text.lastIndexOf(EARLIER)).replace(EARLIER, " … ") + " … " + asked()
					: this.text;
		}

		/** As it was typed last, without what was said before it. */
		String asked() {
			return this.questions.getFirst().question();
		}

		/** Whether it can teach what is meant: stands alone and had nothing masked. */
		boolean isExample() {
			return !this.inContext && !this.text.contains("[");
		}

	}

	@SuppressWarnings("ArrayRecordComponent") // never compared, and copies would cost
	private record Member(Wording wording, float[] vector) {
	}

}
