/**
 * What a browser is shown: the demonstration page, asking without JavaScript, what is
 * kept, and the widget's file.
 */
@NullMarked
package org.signpost.web.pages;

import org.jspecify.annotations.NullMarked;
