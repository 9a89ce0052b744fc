-- 年报：在 Neovim 里边写边查。把本文件放进 ~/.config/nvim/plugin/ 就能用，0.7 以上的版本都可以。
--
-- 打开 YAML 文件时启动 `nianbao lsp`；不是年报的 YAML 文件不受影响。
--   K 说明    gd 去数字所在的地方    grr 哪里用到了它    gra 改正    插入时 Ctrl-X Ctrl-O 补全    :NianbaoPreview 预览

local COMMAND = vim.g.nianbao_command or "nianbao"

local function on_attach(client, buffer)
  local function map(keys, action)
    vim.keymap.set("n", keys, action, { buffer = buffer })
  end
  map("K", vim.lsp.buf.hover)
  map("gd", vim.lsp.buf.definition)
  map("grr", vim.lsp.buf.references)
  map("gra", vim.lsp.buf.code_action)
  vim.bo[buffer].omnifunc = "v:lua.vim.lsp.omnifunc"
  if vim.lsp.inlay_hint then -- 0.10 以上：行尾显示总计和平衡
    vim.lsp.inlay_hint.enable(true, { bufnr = buffer })
  end
  vim.api.nvim_buf_create_user_command(buffer, "NianbaoPreview", function()
    vim.cmd("silent write")
    vim.fn.jobstart({ COMMAND, "preview", vim.api.nvim_buf_get_name(buffer) })
  end, { desc = "在浏览器里预览年报" })
end

local config = {
  name = "nianbao",
  cmd = { COMMAND, "lsp" },
  root_dir = vim.fn.getcwd(),
  on_attach = on_attach,
}
local only_client -- 只在 0.7 用：那时还没有 vim.lsp.start

local function start(buffer)
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
    return
  end
  only_client = only_client or vim.lsp.start_client(config)
  if only_client then
    vim.lsp.buf_attach_client(buffer, only_client)
  end
end

vim.api.nvim_create_autocmd("FileType", {
  pattern = "yaml",
  callback = function(event)
    if vim.fn.executable(COMMAND) == 1 then
      start(event.buf)
    elseif vim.fn.search("^机关\\s*[:：]", "nw") > 0 then
      vim.notify('没有找到 nianbao 程序。请先安装：pipx install "./nianbao-版本-py3-none-any.whl[lsp]"（在源码文件夹里：pipx install ".[lsp]"）', vim.log.levels.WARN)
    end
  end,
})
