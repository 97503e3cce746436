// What platform/web/app_calls.h declares, forwarded to the page's typed functions (web/src/app-host.ts).
// Never does anything itself.
addToLibrary({
    daybook_wake: () => Module['host'].wake(),
    daybook_wake_at: (unixMs) => Module['host'].wakeAt(unixMs),
    daybook_send: (command, size) => Module['host'].send(command, size),
    daybook_save_file: (name, nameSize, mediaType, mediaTypeSize, content, contentSize) =>
        Module['host'].saveFile(name, nameSize, mediaType, mediaTypeSize, content, contentSize),
    daybook_choose_file: (number, accept, acceptSize, mostBytes) =>
        Module['host'].chooseFile(number >>> 0, accept, acceptSize, mostBytes >>> 0),
    daybook_asset_size: (path, pathSize) => Module['host'].assetSize(path, pathSize),
    daybook_asset_copy: (path, pathSize, to) => Module['host'].assetCopy(path, pathSize, to),
    daybook_show_nodes: (packet, size) => Module['host'].showNodes(packet, size),
    daybook_show_fields: (packet, size) => Module['host'].showFields(packet, size),
    daybook_show_pictures: (packet, size) => Module['host'].showPictures(packet, size),
    daybook_give_picture: (handle, detail, mediaType, mediaTypeSize, content, contentSize) =>
        Module['host'].givePicture(handle >>> 0, detail, mediaType, mediaTypeSize, content, contentSize),
    daybook_drop_picture: (handle) => Module['host'].dropPicture(handle >>> 0),
    daybook_wish: (wish) => Module['host'].wish(wish),
    daybook_screen_rest: (rest) => Module['host'].screenRest(rest),
    daybook_take_ink: (x, y, width, height) => Module['host'].takeInk(x, y, width, height),
    daybook_keep_text_size: (percent) => Module['host'].keepTextSize(percent),
    daybook_keep_single_keys: (on) => Module['host'].keepSingleKeys(on),
    daybook_focus_node: (node) => Module['host'].focusNode(node >>> 0),
    daybook_insert_text: (field, at, text, size) => Module['host'].insertText(field >>> 0, at >>> 0, text, size),
    daybook_field_caret: (field, caret) => Module['host'].fieldCaret(field >>> 0, caret),
    daybook_foreign_width: (...line) => Module['host'].foreignWidth(...line),
    daybook_foreign_fitting: (...text) => Module['host'].foreignFitting(...text),
    daybook_foreign_paint: (...line) => Module['host'].foreignPaint(...line),
    daybook_foreign_painted: (to) => Module['host'].foreignPainted(to),
    daybook_foreign_span: (...line) => Module['host'].foreignSpan(...line),
    daybook_show_cursor: (cursor) => Module['host'].showCursor(cursor),
});
