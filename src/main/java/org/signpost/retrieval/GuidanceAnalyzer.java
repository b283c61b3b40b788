package org.signpost.retrieval;

import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.signpost.language.Words;
import org.signpost.understanding.Stopwords;

/**
 * Cuts text for the index exactly as the understanding cuts a question: lower-case stems
 * of the words that carry a subject.
 */
final class GuidanceAnalyzer extends Analyzer {

	@Override
	protected TokenStreamComponents createComponents(String field) {
		return new TokenStreamComponents(new StemTokenizer());
	}

	/** The terms of a text. */
	static List<String> terms(String text) {
		return Words.of(text).stream().filter((word) -> !Stopwords.contains(word)).map(Words::stem).toList();
	}

	private static final class StemTokenizer extends Tokenizer {

		private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

		private Iterator<String> terms = List.<String>of().iterator();

		@Override
		public boolean incrementToken() {
			clearAttributes();
			if (!this.terms.hasNext()) {
				return false;
			}
			this.term.append(this.terms.next());
			return true;
		}

		@Override
		public void reset() throws IOException {
			super.reset();
			this.terms = terms(read(this.input)).iterator();
		}

		private static String read(Reader reader) throws IOException {
			var text = new StringBuilder();
			var buffer = new char[1024];
			int length;
			while ((length = reader.read(buffer)) > 0) {
				text.append(buffer, 0, length);
			}
			return text.toString();
		}

	}

}
