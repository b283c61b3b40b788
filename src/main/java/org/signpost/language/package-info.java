/**
 * Tools for English text: words and their stems, sentences, figures, and the embedding of
 * a sentence. Understanding and retrieval cut text with the same tools, so that a
 * question and a statement meet.
 * <p>
 * In: text. Out: tokens, figures, vectors. "What's the SEN allowance in Northern
 * Ireland?" becomes the stems {@code sen}, {@code allow}, {@code northern},
 * {@code ireland} and a vector of 384 numbers that lies near "what a school may pay for
 * teaching special needs". The models of OpenNLP and ONNX Runtime are used here and
 * nowhere else.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.signpost.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
