"""Scrapy's CrawlSpider with its link extractor: python3 one_scrapy.py PORT ADDRESS..."""
import json
import sys

from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor
from scrapy.spiders import CrawlSpider, Rule

port, addresses = sys.argv[1], sys.argv[2:]
pages = 0


class Pages(CrawlSpider):
    name = "pages"
    allowed_domains = addresses
    start_urls = [f"http://{address}:{port}/" for address in addresses]
    rules = [Rule(LinkExtractor(), callback="read", follow=True)]

    def read(self, response):
        global pages
        pages += 1
        response.css("title::text").get()


process = CrawlerProcess(
    {
        "LOG_LEVEL": "ERROR",
        "ROBOTSTXT_OBEY": False,
        "CONCURRENT_REQUESTS": 64,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 6,
        "RETRY_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
    }
)
process.crawl(Pages)
process.start()
print(json.dumps({"pages": pages}))
