package org.signpost.retrieval;

import java.io.IOException;
import java.util.ArrayList;

import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GuidanceAnalyzerTests {

	private static final String TEXT = "What are the co-ordinator's duties at part-time schools, for £2,679?";

	@Test
	void keepsTheStemsOfTheWordsThatCarryASubject() {
		assertThat(GuidanceAnalyzer.terms(TEXT)).containsExactly("coordin", "duti", "part", "time", "school", "2679");
	}

	@Test
	void indexesWhatItSearchesFor() throws IOException {
		var indexed = new ArrayList<String>();
		try (var analyzer = new GuidanceAnalyzer(); var tokens = analyzer.tokenStream("text", TEXT)) {
			tokens.reset();
			while (tokens.incrementToken()) {
				indexed.add(tokens.getAttribute(CharTermAttribute.class).toString());
			}
			tokens.end();
		}
		assertThat(indexed).isEqualTo(GuidanceAnalyzer.terms(TEXT));
	}

}
