package org.signpost.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.signpost.knowledge.AnswerShape;
import org.signpost.language.Figure;
import org.signpost.retrieval.RankedStatements;
import org.signpost.retrieval.ScoredStatement;
import org.signpost.understanding.IntentPrediction;
import org.signpost.understanding.Interpretation;
import org.signpost.understanding.Query;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reckons from the signals of a search whether the guidance answers the question, among
 * them how much better the words of the best statement meet the question's than those of
 * just any statement do. Without embeddings the words shared must carry it. The weights
 * are fitted by the command {@code fit-decision} on data kept apart from every evaluation
 * set. Immutable.
 */
public final class AnswerabilityModel {

	private static final double WORDS_ENOUGH = 0.6;

	/** Longer messages are no more answerable for their length. */
	private static final double MOST_WORDS = 12;

	private static final double STEEPNESS = 10;

	private final Map<String, Double> weights;

	public AnswerabilityModel(Map<String, Double> weights) {
		this.weights = Map.copyOf(weights);
	}

	/** The model packed with the engine. */
	public static AnswerabilityModel load() {
		try (var stream = AnswerabilityModel.class.getResourceAsStream("/answerability.yaml")) {
			var weights = new LinkedHashMap<String, Double>();
			new YAMLMapper().readTree(Objects.requireNonNull(stream).readAllBytes())
				.properties()
				.forEach((entry) -> weights.put(entry.getKey(), entry.getValue().asDouble()));
			return new AnswerabilityModel(weights);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The signals of one query. */
	public static Map<String, Double> signals(Interpretation interpretation, Query query, RankedStatements statements) {
		var signals = new LinkedHashMap<String, Double>();
		var hits = statements.hits();
		var best = hits.isEmpty() ? null : hits.getFirst();
		var cosine = hits.stream().limit(5).mapToDouble(ScoredStatement::cosine).max().orElse(0);
		signals.put("cosine", cosine);
		var alignment = hits.stream().limit(6).mapToDouble(ScoredStatement::alignment).max().orElse(0);
		signals.put("alignmentContrast", alignment - statements.usualAlignment());
		signals.put("words", Math.min(MOST_WORDS, statements.words()));
		signals.put("coverage", statements.coverage());
		signals.put("bestCoverage", (best != null) ? best.coverage() : 0);
		var fits = hits.stream().limit(3).anyMatch(ScoredStatement::fits);
		signals.put("figureLacking", (demandsFigure(query.shape()) && !fits) ? 1.0 : 0.0);
		signals.put("unknownShare", statements.unknownShare());
		signals.put("intentCoverage", statements.intentCoverage());
		signals.put("concept", query.concepts().isEmpty() ? 0.0 : 1.0);
		signals.put("lexical", (best != null && best.lexical() > 0) ? 1.0 : 0.0);
		signals.put("intent", query.intents().isEmpty() ? 0.0 : query.intents().getFirst().confidence());
		signals.put("example", query.intents().isEmpty() ? 0.0 : query.intents().getFirst().nearest());
		signals.put("noIntents", query.intents().isEmpty() ? 1.0 : 0.0);
		signals.put("noIntentsCosine", query.intents().isEmpty() ? cosine : 0);
		signals.put("contrast", cosine - statements.background());
		signals.put("lead", cosine - hits.stream().mapToDouble(ScoredStatement::cosine).average().orElse(0));
		var intents = query.intents();
		signals.put("exampleContrast",
				intents.isEmpty() ? 0 : intents.getFirst().nearest() - intents.getFirst().background());
		signals.put("topIntents", intents.stream().limit(3).mapToDouble(IntentPrediction::probability).sum());
		signals.put("quoted", hits.stream()
			.limit(3)
			.anyMatch((hit) -> query.quoted()
				.stream()
				.anyMatch((figure) -> figure.kind() == Figure.Kind.MONEY && hit.statement().figures().contains(figure)))
						? 1.0 : 0.0);
		signals.put("beyond", interpretation.act().beyond());
		signals.put("outOfScope", interpretation.act().outOfScope());
		return signals;
	}

	private static boolean demandsFigure(AnswerShape shape) {
		return switch (shape) {
			case AMOUNT, NUMBER, DATE, DURATION -> true;
			default -> false;
		};
	}

	Answerability judge(Interpretation interpretation, Query query, RankedStatements statements) {
		var signals = signals(interpretation, query, statements);
		if (query.vector().length == 0) {
			// without embeddings the words alone must carry the question
			return new Answerability(1 / (1 + Math.exp(-STEEPNESS * (statements.coverage() - WORDS_ENOUGH))), signals);
		}
		double sum = this.weights.getOrDefault("bias", 0.0);
		for (var signal : signals.entrySet()) {
			sum += this.weights.getOrDefault(signal.getKey(), 0.0) * signal.getValue();
		}
		return new Answerability(1 / (1 + Math.exp(-sum)), signals);
	}

	/** The weights, by signal. */
	public Map<String, Double> weights() {
		return this.weights;
	}

}
