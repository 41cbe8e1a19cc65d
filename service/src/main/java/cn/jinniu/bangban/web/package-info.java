/** The service over HTTP: Spring Boot around the desk. Nothing here decides anything. */
@NullMarked
package cn.jinniu.bangban.web;

import org.jspecify.annotations.NullMarked;
