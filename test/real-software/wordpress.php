<?php
// Sets up a WordPress out of Debian's package: installs it in Chinese, publishes the privacy page that it drafts itself, and the
// articles of a JSON file (a list of {title, text}). Called as: php wordpress.php FOLDER URL TITLE ARTICLES.json
[, $folder, $url, $title, $articles] = $argv;
$_SERVER['HTTP_HOST'] = parse_url($url, PHP_URL_HOST);
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI'] = '/';
define('WP_INSTALLING', true);
define('WP_SITEURL', $url);
require "$folder/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
// What the installer itself does after its language was chosen: default content is written in the language that is loaded.
load_default_textdomain('zh_CN');
$GLOBALS['wp_locale'] = new WP_Locale();
wp_install($title, 'editor', 'editor@example.org', true, '', wp_generate_password(), 'zh_CN');
update_option('WPLANG', 'zh_CN');
switch_theme('twentytwentyone');
wp_update_post(['ID' => (int) get_option('wp_page_for_privacy_policy'), 'post_status' => 'publish']);
foreach (json_decode(file_get_contents($articles), true) as $article) {
    wp_insert_post(['post_title' => $article['title'], 'post_content' => $article['text'], 'post_status' => 'publish', 'post_author' => 1], true);
}
echo wp_count_posts()->publish, "\n";
