package org.signpost.judging;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.signpost.language.EmbeddingStore;
import org.signpost.language.LanguageTools;
import org.signpost.retrieval.Candidate;
import org.signpost.retrieval.CuratedCandidate;
import org.signpost.understanding.IntentPrediction;
import org.signpost.understanding.Query;

/**
 * Judges by the model that was trained on labelled guidance of many careers. Costs one
 * run of it (3 ms), which retrieval has made already, and microseconds a candidate.
 * Without the model the words shared have to do.
 */
public final class LearnedJudge implements RelevanceJudge {

	private static final Comparator<Judged> LIKELIEST = Comparator.comparingDouble(Judged::probability)
		.reversed()
		.thenComparing((each) -> each.what().id());

	/** So near to an example, a question is that example in other letters. */
	private static final double AS_ASKED = 0.85;

	private final EmbeddingStore embedding;

	private final Calibration calibration;

	public LearnedJudge(LanguageTools language, Calibration calibration) {
		this.embedding = language.embedding();
		this.calibration = calibration;
	}

	@Override
	public Judgement judge(Query query, List<Candidate> candidates) {
		if (!this.embedding.enabled() || candidates.isEmpty()) {
			return SharedWords.judge(query, candidates);
		}
		var asked = this.embedding.encodeQuestion(query.inConversation());
		var logits = candidates.stream()
			.mapToDouble((candidate) -> Math.max(this.calibration.logit(asked, this.embedding.encode(candidate.text())),
					asExample(query, candidate)))
			.toArray();
		var judged = IntStream.range(0, logits.length)
			.mapToObj((i) -> new Judged(candidates.get(i),
					Calibration.sigmoid(logits[i] + this.calibration.intent() * meant(query, candidates.get(i)))))
			.sorted(LIKELIEST)
			.toList();
		var best = Arrays.stream(logits).max().orElseThrow();
		var next = Arrays.stream(logits).sorted().skip(Math.max(0, logits.length - 2)).findFirst().orElseThrow();
		return new Judgement(judged,
				this.calibration.answered(best, (logits.length > 1) ? best - next : Calibration.ALONE, asked.doubt()));
	}

	/**
	 * Of a question put as editors put an example of an intent: that their answer answers
	 * it.
	 */
	private double asExample(Query query, Candidate candidate) {
		return (candidate instanceof CuratedCandidate curated) ? query.intents()
			.stream()
			.filter((intent) -> intent.name().equals(curated.answer().intent()) && intent.nearest() >= AS_ASKED)
			.mapToDouble((intent) -> this.calibration.logit(intent.nearest()))
			.max()
			.orElse(Double.NEGATIVE_INFINITY) : Double.NEGATIVE_INFINITY;
	}

	/** How surely the intent classifier means a candidate. */
	private static double meant(Query query, Candidate candidate) {
		return (candidate instanceof CuratedCandidate curated) ? query.intents()
			.stream()
			.filter((intent) -> intent.name().equals(curated.answer().intent()))
			.mapToDouble(IntentPrediction::probability)
			.sum() : 0;
	}

}
