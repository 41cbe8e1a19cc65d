/** The service over HTTP: Spring Boot around the desk. Nothing here decides anything. */
package cn.jinniu.bangban.web;
