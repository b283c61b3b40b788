package org.signpost.review;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.signpost.conversation.Question;
import org.signpost.decision.AnswerabilityModel;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.Nation;
import org.signpost.language.LanguageTools;
import org.signpost.retrieval.StatementRetriever;
import org.signpost.understanding.Interpreter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code fit-decision QUESTIONS KNOWLEDGE-BASES}: fits the weights of the answerability
 * model on questions labelled answerable or not, and prints them as
 * {@code answerability.yaml} wants them, with how well they tell the two apart.
 */
final class FitDecisionCommand {

	private static final int ITERATIONS = 4000;

	private static final double PENALTY = 2e-2;

	int run(CommandLine line, PrintStream out) throws IOException {
		if (line.words().size() != 2) {
			out.println("fit-decision: name the labelled questions and the folder that holds their knowledge bases");
			return 2;
		}
		var tools = LanguageTools.load(true, Path.of(line.value("data", "data")));
		var samples = new ArrayList<Sample>();
		var byBase = new LinkedHashMap<String, List<JsonNode>>();
		for (var row : Files.readAllLines(Path.of(line.words().getFirst()))) {
			if (!row.isBlank()) {
				var node = JsonMapper.shared().readTree(row);
				byBase.computeIfAbsent(node.path("kb").asString(), (kb) -> new ArrayList<>()).add(node);
			}
		}
		for (var entry : byBase.entrySet()) {
			var folder = entry.getKey().equals("shipped") ? Path.of(line.value("knowledge-base", "knowledge-base"))
					: Path.of(line.words().getLast()).resolve(entry.getKey());
			samples.addAll(samples(folder, entry.getKey(), entry.getValue(), tools,
					LocalDate.parse(line.value("date", LocalDate.now().toString()))));
		}
		var weights = fit(samples);
		out.printf("# fitted on %d questions by fit-decision; area under the curve %.3f%n", samples.size(),
				area(samples, weights));
		weights.forEach((name, weight) -> out.printf(Locale.ROOT, "%s: %.3f%n", name, weight));
		report(samples, weights, out);
		return 0;
	}

	private static List<Sample> samples(Path folder, String kb, List<JsonNode> rows, LanguageTools tools,
			LocalDate date) {
		var knowledgeBase = new KnowledgeBaseReader(tools.sentences()).read(folder).knowledgeBase();
		var interpreter = new Interpreter(knowledgeBase, tools);
		var retriever = new StatementRetriever(knowledgeBase, tools);
		var samples = new ArrayList<Sample>();
		for (var row : rows) {
			var nation = row.path("nation").isString() ? Nation.valueOf(row.path("nation").asString()) : null;
			var interpretation = interpreter
				.interpret(new Question(row.path("question").asString(), nation, false, date), List.of());
			if (interpretation.queries().isEmpty()) {
				continue;
			}
			var query = interpretation.queries().getFirst();
			samples.add(new Sample(kb, row.path("question").asString(), row.path("label").asString(),
					AnswerabilityModel.signals(interpretation, query, retriever.retrieve(query))));
		}
		return samples;
	}

	/** Logistic regression by gradient descent on standardised signals. */
	private static Map<String, Double> fit(List<Sample> samples) {
		var names = List.copyOf(samples.getFirst().signals.keySet());
		int size = names.size();
		var mean = new double[size];
		var spread = new double[size];
		for (int j = 0; j < size; j++) {
			var name = names.get(j);
			mean[j] = samples.stream().mapToDouble((sample) -> sample.signal(name)).average().orElse(0);
			var centre = mean[j];
			spread[j] = Math.max(1e-6,
					Math.sqrt(samples.stream()
						.mapToDouble((sample) -> Math.pow(sample.signal(name) - centre, 2))
						.average()
						.orElse(1)));
		}
		var weights = new double[size];
		double bias = 0;
		for (int iteration = 0; iteration < ITERATIONS; iteration++) {
			var gradient = new double[size];
			double biasGradient = 0;
			for (var sample : samples) {
				double sum = bias;
				for (int j = 0; j < size; j++) {
					sum += weights[j] * (sample.signal(names.get(j)) - mean[j]) / spread[j];
				}
				double error = 1 / (1 + Math.exp(-sum)) - (sample.answerable() ? 1 : 0);
				biasGradient += error / samples.size();
				for (int j = 0; j < size; j++) {
					gradient[j] += error * (sample.signal(names.get(j)) - mean[j]) / spread[j] / samples.size();
				}
			}
			bias -= 0.5 * biasGradient;
			for (int j = 0; j < size; j++) {
				weights[j] -= 0.5 * (gradient[j] + PENALTY * weights[j]);
			}
		}
		var fitted = new LinkedHashMap<String, Double>();
		for (int j = 0; j < size; j++) {
			bias -= weights[j] * mean[j] / spread[j];
		}
		fitted.put("bias", bias);
		for (int j = 0; j < size; j++) {
			fitted.put(names.get(j), weights[j] / spread[j]);
		}
		return fitted;
	}

	private static double score(Sample sample, Map<String, Double> weights) {
		double sum = weights.getOrDefault("bias", 0.0);
		for (var signal : sample.signals.entrySet()) {
			sum += weights.getOrDefault(signal.getKey(), 0.0) * signal.getValue();
		}
		return 1 / (1 + Math.exp(-sum));
	}

	private static double area(List<Sample> samples, Map<String, Double> weights) {
		double above = 0;
		double pairs = 0;
		for (var yes : samples) {
			for (var no : samples) {
				if (yes.answerable() && !no.answerable()) {
					pairs++;
					var difference = score(yes, weights) - score(no, weights);
					above += (difference > 0) ? 1 : (difference == 0) ? 0.5 : 0;
				}
			}
		}
		return (pairs == 0) ? Double.NaN : above / pairs;
	}

	private static void report(List<Sample> samples, Map<String, Double> weights, PrintStream out) {
		var groups = new TreeMap<String, int[]>();
		for (var sample : samples) {
			var counts = groups.computeIfAbsent(sample.kb + " " + sample.label, (group) -> new int[2]);
			counts[0] += (score(sample, weights) >= 0.5) ? 1 : 0;
			counts[1]++;
		}
		groups.forEach(
				(group, counts) -> out.printf("# %-28s taken as answerable %d of %d%n", group, counts[0], counts[1]));
	}

	private record Sample(String kb, String question, String label, Map<String, Double> signals) {

		boolean answerable() {
			return this.label.equals("answerable");
		}

		double signal(String name) {
			return this.signals.getOrDefault(name, 0.0);
		}

	}

}
