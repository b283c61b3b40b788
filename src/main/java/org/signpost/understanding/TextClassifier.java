package org.signpost.understanding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.Encoding;
import org.signpost.language.SentenceEmbedding;
import org.signpost.language.Words;

/**
 * Tells which label a short text deserves, learnt from a few examples of each: the mean
 * of OpenNLP's maximum entropy model on words and word pairs and of a softmax regression
 * on sentence embeddings, which do well on what the other does badly. Training takes
 * seconds for a thousand examples and is remembered between starts; a prediction takes
 * some 20 µs beside the embedding. Safe for many threads.
 */
final class TextClassifier {

	/**
	 * Weight of the word model; the rest is the embedding's.
	 */
	private static final double WORDS = 0.25;

	/** To be changed whenever learning comes to other weights from the same examples. */
	private static final String LEARNING = "2\n";

	private final List<String> labels;

	private final MaxentModel words;

	private final SoftmaxRegression vectors;

	private final List<List<float[]>> examples;

	private final double wordsWeight;

	private TextClassifier(List<String> labels, MaxentModel words, SoftmaxRegression vectors,
			List<List<float[]>> examples, double wordsWeight) {
		this.labels = labels;
		this.words = words;
		this.vectors = vectors;
		this.examples = examples;
		this.wordsWeight = wordsWeight;
	}

	/**
	 * Learns from examples.
	 * @param labelled the examples, at least two labels
	 * @param embedding vectors; where it is switched off the words decide alone
	 */
	static TextClassifier train(List<Labelled> labelled, EmbeddingStore embedding) {
		return train(labelled, List.of(), embedding);
	}

	/**
	 * Learns from examples and from what the labels are called, which is one example more
	 * for each but nothing that anybody would say, so nearness is not measured to it.
	 * @param labelled the examples, at least two labels
	 * @param names a few words for labels that have examples
	 * @param embedding vectors; where it is switched off the words decide alone
	 */
	static TextClassifier train(List<Labelled> labelled, List<Labelled> names, EmbeddingStore embedding) {
		var labels = List.copyOf(new TreeSet<>(labelled.stream().map(Labelled::label).toList()));
		var all = Stream.concat(labelled.stream(), names.stream()).toList();
		embedding.prepare(all.stream().map(Labelled::text).toList());
		var vectors = all.stream().map((each) -> embedding.embed(each.text())).toList();
		var targets = all.stream().mapToInt((each) -> labels.indexOf(each.label())).toArray();
		var examples = new ArrayList<List<float[]>>();
		labels.forEach((label) -> examples.add(new ArrayList<>()));
		for (int i = 0; i < labelled.size(); i++) {
			examples.get(targets[i]).add(vectors.get(i));
		}
		Supplier<byte[]> learn = () -> learn(all,
				all.parallelStream().map((each) -> embedding.encodeGenerally(each.text()).general()).toList(), targets,
				labels.size());
		var wordsWeight = embedding.enabled() ? WORDS : 1;
		try {
			return read(embedding.learnt(LEARNING + all, learn), labels, examples, wordsWeight);
		}
		catch (IOException ex) {
			// kept by a disk that failed; what was just learnt can be read
			return readLearnt(learn.get(), labels, examples, wordsWeight);
		}
	}

	private static TextClassifier readLearnt(byte[] learnt, List<String> labels, List<List<float[]>> examples,
			double wordsWeight) {
		try {
			return read(learnt, labels, examples, wordsWeight);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Reading from memory does no input or output", ex);
		}
	}

	private static TextClassifier read(byte[] learnt, List<String> labels, List<List<float[]>> examples,
			double wordsWeight) throws IOException {
		try (var in = new DataInputStream(new ByteArrayInputStream(learnt))) {
			var softmax = SoftmaxRegression.read(in);
			var words = WordModels.read(in);
			return new TextClassifier(labels, words, softmax, examples, wordsWeight);
		}
	}

	/** Both models in the form they are kept in between starts. */
	private static byte[] learn(List<Labelled> labelled, List<float[]> vectors, int[] targets, int labels) {
		var words = CompletableFuture.supplyAsync(() -> trainWords(labelled));
		var bytes = new ByteArrayOutputStream();
		try (var out = new DataOutputStream(bytes)) {
			SoftmaxRegression.train(vectors, targets, labels).write(out);
			WordModels.write(words.join(), out);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Writing to memory does no input or output", ex);
		}
		return bytes.toByteArray();
	}

	private static AbstractModel trainWords(List<Labelled> labelled) {
		var events = labelled.stream().map((each) -> new Event(each.label(), features(each.text()))).toList();
		try {
			return WordModels.learn(events, 0, 25);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Training from memory does no input or output", ex);
		}
	}

	private static String[] features(String text) {
		var words = Words.of(text);
		var features = new ArrayList<String>();
		features.add("bias");
		for (int i = 0; i < words.size(); i++) {
			features.add("w=" + Words.stem(words.get(i)));
			features.add("p=" + ((i == 0) ? "^" : words.get(i - 1)) + " " + words.get(i));
		}
		return features.toArray(String[]::new);
	}

	/**
	 * All labels with their probabilities, the likeliest first; 20 µs.
	 * @param text the text
	 * @param encoding made of it by {@link EmbeddingStore#encodeGenerally}
	 */
	List<Prediction> predict(String text, Encoding encoding) {
		var byWords = this.words.eval(features(text));
		var byVector = this.vectors.predict(encoding.general());
		var predictions = new ArrayList<Prediction>();
		for (int i = 0; i < this.labels.size(); i++) {
			var label = this.labels.get(i);
			var p = this.wordsWeight * byWords[this.words.getIndex(label)] + (1 - this.wordsWeight) * byVector[i];
			predictions.add(new Prediction(label, p));
		}
		predictions
			.sort(Comparator.comparingDouble(Prediction::probability).reversed().thenComparing(Prediction::label));
		return predictions;
	}

	/** Cosine of a text's vector to the nearest example of a label. */
	double nearest(String label, float[] vector) {
		double best = 0;
		for (var example : this.examples.get(Collections.binarySearch(this.labels, label))) {
			best = Math.max(best, SentenceEmbedding.cosine(example, vector));
		}
		return best;
	}

	/** An example and its label. */
	record Labelled(String label, String text) {

	}

	/**
	 * A label and how likely it is.
	 *
	 * @param label the label
	 * @param probability 0 to 1; over all labels they sum to 1
	 */
	record Prediction(String label, double probability) {

	}

}
