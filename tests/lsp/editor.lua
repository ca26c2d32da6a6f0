-- Drives Neovim as a person would: opens a file, looks at what is found, completes, chooses actions, saves. What is to be
-- done stands in a JSON file; what came of it is written to another.

local job = vim.fn.json_decode(vim.fn.readfile(vim.env.KLACHT_JOB))
local told = { steps = {} }

vim.o.swapfile = false
vim.o.autoindent = false
vim.o.completeopt = 'menuone,noinsert'

local function finish(code)
  vim.fn.writefile({ vim.fn.json_encode(told) }, job.out)
  vim.cmd('silent! ' .. code .. 'cquit!')
end

-- Runs `what` beside Neovim's own loop, so that keys and messages are handled while it waits.
local function run(what)
  local thread = coroutine.create(what)
  local function on()
    local ok, problem = coroutine.resume(thread)
    if not ok then
      told.problem = tostring(problem)
      finish(1)
    elseif coroutine.status(thread) == 'dead' then
      finish(0)
    else
      vim.defer_fn(on, 15)
    end
  end
  on()
end

local function wait(for_what, holds)
  for _ = 1, 2000 do
    local found = holds()
    if found then
      return found
    end
    coroutine.yield()
  end
  error('in vain: ' .. for_what .. ' ' .. table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n'))
end

local function pause(times)
  for _ = 1, times do
    coroutine.yield()
  end
end

local client

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

-- The last line of the front matter, from 1.
local function last_line()
  for at = #lines(), 2, -1 do
    if lines()[at] == '---' then
      local before = at - 1
      while lines()[before] == '' do
        before = before - 1
      end
      return before
    end
  end
end

local function open()
  vim.cmd('edit ' .. vim.fn.fnameescape(job.path))
  client = vim.lsp.start_client({ name = 'klacht', cmd = { job.program, 'lsp' }, root_dir = job.root })
  vim.lsp.buf_attach_client(0, client)
  vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc'
  wait('the server', function()
    local found = vim.lsp.get_client_by_id(client)
    return found and found.initialized
  end)
end

local function actions()
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  local all = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 60000)
  return all and all[client] and all[client].result or {}
end

-- Applies the first action whose title holds these words; whether there was one.
local function act(words)
  for _, action in ipairs(actions()) do
    if action.title:find(words, 1, true) then
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      table.insert(told.steps, action.title)
      return true
    end
  end
  return false
end

-- Types keys in insert mode, asks for completion, and takes the item with this word.
local function complete(keys, word)
  vim.api.nvim_input(keys .. '<C-x><C-o>')
  wait('a list with ' .. word, function()
    return vim.fn.pumvisible() == 1
  end)
  local items = vim.fn.complete_info({ 'items' }).items
  for at, item in ipairs(items) do
    if item.word == word then
      vim.api.nvim_input(string.rep('<Down>', at - 1) .. '<C-y><Esc>')
      wait('normal mode', function()
        return vim.fn.mode() == 'n' and vim.fn.pumvisible() == 0
      end)
      return
    end
  end
  error(word .. ' is not proposed: ' .. vim.inspect(items))
end

-- Writes a value in the place of the one that an entry has under a key; whether it has one.
local function change(entry, key, value)
  for at = entry, last_line() do
    local lead = lines()[at]:match('^%s+' .. key:gsub('%-', '%%-') .. ': ')
    if lead then
      vim.api.nvim_buf_set_lines(0, at - 1, at, false, { lead .. value })
      return true
    end
  end
  return false
end

-- Writes a value behind a key that was left open.
local function fill(key, value)
  for at, line in ipairs(lines()) do
    if line:match('^%s+' .. key:gsub('%-', '%%-') .. ':%s*$') then
      vim.api.nvim_buf_set_lines(0, at - 1, at, false, { (line:gsub('%s*$', '')) .. ' ' .. value })
      return true
    end
  end
  return false
end

local function errors()
  return vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })
end

local function save()
  -- What was found last must be of the text as it is now.
  pause(30)
  wait('a case that is right ' .. vim.inspect(errors()), function()
    return #errors() == 0
  end)
  vim.cmd('write')
end

local function fault()
  local first = wait('a finding', function()
    return vim.diagnostic.get(0)[1]
  end)
  told.fault = { line = first.lnum, column = first.col, stop = first.end_col, code = first.code, words = first.message }
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  told.acted = act(job.title)
  vim.fn.search(job.at)
  complete(job.keys, job.word)
  save()
end

-- One step: by an action where it is one, else by completion and the actions that fill in an entry.
local function step()
  local plain = next(job.data) == nil and next(job.declared) == nil
  vim.api.nvim_win_set_cursor(0, { 2, 0 })
  if not (plain and act('(' .. job.step .. ')')) then
    local begun = vim.fn.search('^log: \\[\\]', 'cw') == 0
    if not begun then
      vim.cmd('s/ \\[\\]//')
    end
    vim.api.nvim_win_set_cursor(0, { last_line(), 0 })
    complete('o' .. (begun and '<CR>' or '') .. '  - step: ', job.step)
    local entry = vim.fn.search('step: ' .. job.step .. '$', 'cbw')
    for key, value in pairs(job.before) do
      vim.api.nvim_buf_set_lines(0, last_line(), last_line(), false, { '    ' .. key .. ': ' .. value })
    end
    act('Vul in wat vaststaat')
    for key, value in pairs(job.data) do
      vim.api.nvim_win_set_cursor(0, { entry, 4 })
      if not change(entry, key, value) and not act('Schrijf `' .. key .. ': ' .. value .. '`') then
        if not act('Voeg een regel `' .. key .. ':`') then
          vim.api.nvim_buf_set_lines(0, last_line(), last_line(), false, { '    ' .. key .. ': ' })
        end
        fill(key, value)
      end
      act('Vul in wat vaststaat')
    end
    for id, how in pairs(job.declared) do
      vim.fn.search('step: ' .. job.step .. '$', 'cbw')
      assert(act('Voeg de verklaring `' .. id .. '` toe'), id .. ' cannot be declared')
      fill('how', how)
      if job.declarer[id] then
        local at = vim.fn.search('attestation: ' .. id, 'cw') + 2
        vim.api.nvim_buf_set_lines(0, at - 1, at, false, { '    by: ' .. job.declarer[id] })
      end
    end
  end
  save()
end

run(function()
  open()
  if job.step then
    step()
  else
    fault()
  end
end)
