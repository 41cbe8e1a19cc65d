/** Describes the interface as OpenAPI, from what the service really reads and writes. */
@NullMarked
package cn.jinniu.bangban.web.openapi;

import org.jspecify.annotations.NullMarked;
