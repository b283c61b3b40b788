package org.signpost.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test in a real browser: its methods may take a {@link BrowserTab}. All such tests
 * share one Chromium. Only {@code -DskipBrowserTests} leaves them out; without a browser
 * they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
@DisabledIfSystemProperty(named = "skipBrowserTests", matches = "|true", disabledReason = "-DskipBrowserTests")
@interface BrowserTest {

}
