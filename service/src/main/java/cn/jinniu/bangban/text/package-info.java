/** Text that people read, in the two languages the service speaks. */
package cn.jinniu.bangban.text;
