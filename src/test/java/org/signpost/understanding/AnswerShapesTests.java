package org.signpost.understanding;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.knowledge.AnswerShape;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerShapesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			How much does a lock keeper earn?           | AMOUNT
			What is the winter allowance?               | AMOUNT
			What's the pay like?                        | AMOUNT
			winter allowance scotland                   | AMOUNT
			What do lock keepers start on?              | AMOUNT
			what does a lock keeper start on in Wales   | AMOUNT
			What would I be on after two years?         | AMOUNT
			What's a senior lock keeper on?             | AMOUNT
			What are lock keepers on these days, and what is a senior one on now? | AMOUNT
			how much extra?                             | AMOUNT
			How much do you get for a night shift?      | AMOUNT
			How long does the diploma take?             | DURATION
			how many weeks is the course                | DURATION
			How many locks are there?                   | NUMBER
			When is the next lock visit?                | DATE
			What date does it start?                    | DATE
			ok, and when can I visit one?               | DATE
			From when?                                  | DATE
			The visit is when?                          | DATE
			Who hires lock keepers?                     | PERSON
			Which body runs the locks?                  | PERSON
			How do I become a lock keeper?              | HOW
			how to get into this work                   | HOW
			Where can I find vacancies?                 | WHERE_TO_FIND
			Who should I ask about jobs?                | WHERE_TO_FIND
			Where do lock keepers work?                 | PLACE
			What is a lock keeper?                      | DEFINITION
			What does LOD stand for?                    | DEFINITION
			Do I need a diploma?                        | YES_NO
			Is it hard work?                            | YES_NO
			What skills does a lock keeper need?        | LIST
			Which duties come with it?                  | LIST
			lock keepers                                | ANY
			""")
	void asksFor(String question, AnswerShape shape) {
		assertThat(AnswerShapes.of(question)).isEqualTo(shape);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			What do I do when I am ill?                 | DATE
			Do many people apply?                       | NUMBER
			How much paperwork does a lock keeper do?   | AMOUNT
			How much swimming is there?                 | AMOUNT
			What is the pay based on?                   | NUMBER
			What do lock keepers work on?               | AMOUNT
			What's going on?                            | AMOUNT
			What course am I on?                        | AMOUNT
			Can she keep a lock when she is older?      | DATE
			Do I get a cottage when I start?            | DATE
			Is it hard (the winter allowance, how much is it)? | AMOUNT
			Who hires (how long does it take)?          | DURATION
			Is there a long wait?                       | DURATION
			I like it somewhere quiet                   | PLACE
			Do they pay attention to experience?        | AMOUNT
			""")
	void doesNotAskFor(String question, AnswerShape shape) {
		assertThat(AnswerShapes.of(question)).isNotEqualTo(shape);
	}

}
