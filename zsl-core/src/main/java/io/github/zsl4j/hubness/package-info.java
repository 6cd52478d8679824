/**
 * Corrections of scores for hubs: classes, or items of a collection, that are near to too many queries. Each compares scores
 * with those of other queries, the bank, against the same targets.
 *
 * <p><b>References:</b> Radovanović, Nanopoulos and Ivanović, "Hubs in Space: Popular Nearest Neighbors in High-Dimensional
 * Data", JMLR 2010.
 */
package io.github.zsl4j.hubness;
