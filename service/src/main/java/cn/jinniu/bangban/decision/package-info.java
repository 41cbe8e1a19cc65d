/** The answers to a request, as immutable records, and writing them as JSON. Knows neither Spring nor Drools. */
package cn.jinniu.bangban.decision;
